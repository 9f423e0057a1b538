import type { Ack, ChatEvent, Cursor, Nack, Participant, Welcome } from '../../protocol/index.ts';
import { holds, same } from './verdict.ts';
import type { RawFrame, Wire } from './wire.ts';

/** An op as a case writes it: a text, or a kind with its body. */
export type Said = string | { readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/** One end of a link that has said hello. */
export interface Guest {
  readonly wire: Wire;
  readonly welcome: Welcome;
  readonly principal: Participant;
  /** Says hello again on this link. */
  hello(cursors?: readonly Cursor[], more?: object): Promise<Welcome>;
  /** Sends an op and waits for nothing. */
  say(conversation: string, id: string, said: Said, more?: object): void;
  acked(id: string): Promise<Ack>;
  refused(id: string): Promise<Nack>;
  /** Sends an op and waits for its `ack`. */
  record(conversation: string, id: string, said: Said, more?: object): Promise<Ack>;
  /** The event of an op, once it is there. */
  event(conversation: string, id: string): Promise<ChatEvent>;
  /** The events held of a conversation, in the order in which they came; a `reset` begins anew. */
  held(conversation: string): readonly ChatEvent[];
  /** Waits until the events held reach a number. */
  reach(conversation: string, seq: number): Promise<readonly ChatEvent[]>;
  /** The `events` and `reset` frames of a conversation since the last welcome. */
  came(conversation: string): readonly RawFrame[];
  /** Waits until the server has answered everything that was sent before. */
  settle(): Promise<void>;
}

const bodyOf = (said: Said) => (typeof said === 'string' ? { kind: 'text', body: { text: said } } : said);

/** Events of a conversation in these frames as they came, each number once; a hole is for the case to find. */
function replica(frames: readonly RawFrame[], conversation: string): readonly ChatEvent[] {
  let held = new Map<number, ChatEvent>();
  for (const frame of frames) {
    if (frame['conversation'] !== conversation || frame['nonce'] !== undefined) continue;
    if (frame.t !== 'reset' && frame.t !== 'events') continue;
    if (frame.t === 'reset') held = new Map();
    // A hello that is said again may replay what is there: a client drops it (client rule 3).
    for (const event of frame['events'] as readonly ChatEvent[]) if (!held.has(event.seq)) held.set(event.seq, event);
  }
  return [...held.values()];
}

/** Says hello on a wire. `sign` are the fields of the credential. */
export async function enter(
  wire: Wire,
  options: {
    readonly shop: string;
    readonly sign: object;
    readonly fresh: () => string;
    readonly cursors: readonly Cursor[];
  },
): Promise<Guest> {
  const { shop, sign, fresh } = options;
  let since = 0;

  const greet = async (cursors: readonly Cursor[], more: object = {}): Promise<Welcome> => {
    const nonce = fresh();
    wire.send({ t: 'hello', v: 1, shop, install: 'conformance', nonce, cursors, locale: 'en', ...sign, ...more });
    const answer = await wire.take(
      'a welcome',
      (frame) => frame.t === 'welcome' || (frame.t === 'nack' && frame['nonce'] === nonce),
    );
    same('hello is answered by', answer.t, 'welcome');
    since = wire.frames.indexOf(answer) + 1;
    return answer as unknown as Welcome;
  };
  const welcome = await greet(options.cursors);

  const guest: Guest = {
    wire,
    welcome,
    principal: welcome.principal ?? { role: 'shopper', id: '' },
    hello: (cursors = [], more) => greet(cursors, more),
    say: (conversation, id, said, more) => wire.send({ t: 'append', conversation, id, ...bodyOf(said), ...more }),
    async acked(id) {
      const answer = await wire.take(`an ack of ${id}`, (frame) => /^n?ack$/.test(frame.t) && frame['id'] === id);
      holds('the op is acked', answer.t === 'ack', answer);
      return answer as unknown as Ack;
    },
    async refused(id) {
      const answer = await wire.take(`a nack of ${id}`, (frame) => /^n?ack$/.test(frame.t) && frame['id'] === id);
      holds('the op is refused', answer.t === 'nack', answer);
      return answer as unknown as Nack;
    },
    record(conversation, id, said, more) {
      guest.say(conversation, id, said, more);
      return guest.acked(id);
    },
    event: (conversation, id) =>
      wire.until(`the event of op ${id}`, () => guest.held(conversation).find((event) => event.id === id)),
    held: (conversation) => replica(wire.frames, conversation),
    reach: (conversation, seq) =>
      wire.until(`events up to ${seq}`, () => {
        const held = guest.held(conversation);
        return held.some((event) => event.seq >= seq) ? held : undefined;
      }),
    came: (conversation) =>
      wire.frames
        .slice(since)
        .filter(
          (frame) => /^(events|reset)$/.test(frame.t) && frame['conversation'] === conversation && !frame['nonce'],
        ),
    async settle() {
      // A page of a conversation that nobody has: refused in its turn, behind all that was sent before.
      const nonce = fresh();
      wire.send({ t: 'pull', conversation: fresh(), nonce, before: 1, limit: 1 });
      await wire.take('an answer to a pull', (frame) => frame['nonce'] === nonce);
    },
  };
  return guest;
}
