import {
  type Append,
  type ChatEvent,
  type ClientFrame,
  decodeClientFrame,
  encode,
  LIMITS,
  type OpenConversation,
  type Participant,
  type Pull,
  type ServerFrame,
} from '../protocol/index.ts';
import type { LinkHandlers, Transport } from '../transports/transport.ts';
import { describeFrame, namer } from './describe-frame.ts';

/** A server that does only what a test tells it, frame by frame. */
export interface ScriptedServer {
  readonly transport: Transport;
  /** What was heard since the last call, one line a frame, with `open` and `close` of connections. */
  heard(): string[];
  /** Short name of an id, as in {@link heard}. */
  name(prefix: string, id: string): string;
  /** Accepts the connection that was opened last. */
  accept(): void;
  /** Sends a frame on the newest connection; with `late`, on the one before it. */
  send(frame: ServerFrame): void;
  sendText(text: string, late?: boolean): void;
  /** Answers the last hello. */
  welcome(principal?: Participant | null, conversations?: readonly OpenConversation[], claimed?: boolean): void;
  /** The last ops heard, oldest first. */
  ops(): readonly Append[];
  /** The op with this text, as it was heard last. */
  op(text: string): Append;
  lastPull(): Pull;
  ack(op: Append, seq: number, epoch?: string): void;
  nack(
    op: Append,
    kind: 'retry' | 'reauth' | 'rejected' | 'fatal',
    code: string,
    more?: { use?: string; retryAfter?: number },
  ): void;
  events(conversation: string, events: readonly ChatEvent[], epoch?: string, first?: number): void;
  /** The connection ends. */
  cut(retryAfterMs?: number): void;
  nonce(): string;
}

/** The shopper of the tests. */
export const SHOPPER: Participant = { role: 'shopper', id: 'p-shopper' };

/** The bot of the tests. */
export const BOT: Participant = { role: 'bot', id: 'p-bot', name: 'Xiaoer' };

/** An event of the log. */
export const eventOf = (
  seq: number,
  from: Participant,
  body: string | object,
  id = `e${seq}`,
  kind = 'text',
): ChatEvent => ({
  seq,
  id,
  at: 1_700_000_000_000 + seq,
  from,
  kind,
  body: typeof body === 'string' ? { text: body } : { ...body },
});

/** The event that an op becomes. */
export const eventFor = (op: Append, seq: number, from = SHOPPER): ChatEvent =>
  eventOf(seq, from, op.body, op.id, op.kind);

/** A scripted server. Every frame it sends or hears is text, so that both codecs are used. */
export function scriptedServer(): ScriptedServer {
  const name = namer();
  const lines: string[] = [];
  const ops: Append[] = [];
  const links: LinkHandlers[] = [];
  let open = -1;
  let nonce = '';
  let pull: Pull | undefined;

  const hear = (text: string) => {
    const decoded = decodeClientFrame(text);
    if (!decoded.ok) throw new Error(`the client sent what cannot be read: ${decoded.problem}`);
    const frame: ClientFrame = decoded.frame;
    if (frame.t === 'hello') nonce = frame.nonce;
    if (frame.t === 'append') ops.push(frame);
    if (frame.t === 'pull') pull = frame;
    lines.push(describeFrame(frame, name));
  };
  const server: ScriptedServer = {
    transport: {
      name: 'scripted',
      open(handlers) {
        const mine = links.push(handlers) - 1;
        open = mine;
        lines.push('open');
        return {
          send: (text) => mine === open && hear(text),
          close() {
            if (open === mine) open = -1;
            lines.push('close');
          },
        };
      },
    },
    heard: () => lines.splice(0),
    name,
    accept: () => links.at(-1)?.onopen(),
    send: (frame) => server.sendText(encode(frame)),
    sendText: (text, late = false) => links.at(late ? -2 : -1)?.onframe(text),
    welcome(principal = SHOPPER, conversations = [], claimed) {
      server.send({
        t: 'welcome',
        v: 1,
        nonce,
        principal: principal ?? undefined,
        claimed,
        time: 1_700_000_000_000,
        limits: LIMITS,
        heartbeat: 25_000,
        conversations,
        shop: { name: 'The inn', agents: 1 },
      });
    },
    ops: () => ops.splice(0),
    op(text) {
      const op = ops.filter(({ body }) => body['text'] === text).at(-1);
      if (!op) throw new Error(`no op says ${text}`);
      return op;
    },
    lastPull() {
      if (!pull) throw new Error('nothing was pulled');
      return pull;
    },
    ack: ({ id, conversation }, seq, epoch = 'A') => server.send({ t: 'ack', conversation, id, epoch, seq }),
    nack: ({ id, conversation }, kind, code, more) =>
      server.send({ t: 'nack', class: kind, code, id, conversation, ...more }),
    events: (conversation, events, epoch = 'A', first = 1) =>
      server.send({ t: 'events', conversation, epoch, events, first }),
    cut(retryAfterMs) {
      open = -1;
      links.at(-1)?.onclose('cut', retryAfterMs);
    },
    nonce: () => nonce,
  };
  return server;
}
