import { ChatError } from '../chat-error.ts';
import type { SendOptions } from '../client.ts';
import type { Room } from '../conversation/room.ts';
import { FIRST_KEYS, firstRows, madeSecret } from '../identity/visitor-secret.ts';
import type { Parts } from '../parts.ts';
import { type ContentMap, GUARDS, type Kind, LIMITS, newId, utf8Bytes } from '../protocol/index.ts';
import { eventRow, logRow } from '../replica/conversation-log.ts';
import type { Write } from '../stores/store.ts';
import { type Entry, entryKey, move } from './entry.ts';
import { MARKS } from './refusal.ts';

/** Writes ops. */
export interface Writer {
  send<K extends Kind>(kind: K, body: ContentMap[K], options?: SendOptions, room?: Room): Promise<string>;
  resend(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  markRead(room: Room | undefined): void;
}

function check(kind: Kind, body: unknown): void {
  if (!GUARDS[kind]?.(body)) throw new ChatError('invalid-body', `the body does not fit the kind ${kind}`);
  if (utf8Bytes(JSON.stringify(body)) > LIMITS.bodyBytes)
    throw new ChatError('invalid-body', `the body is larger than ${LIMITS.bodyBytes} bytes of JSON`);
}

/** The writer of one session. */
export function createWriter(parts: Parts): Writer {
  const { env, outbox, shelf, window, link, credentials, emit } = parts;
  const { kind: who } = parts.identity;
  const marked = new Map<string, number>();
  let flushed = false;

  /** The room an op belongs to: what is no mark of a closed conversation opens a new one. */
  const addressee = (kind: Kind): Room => {
    if (who === 'agent') throw new ChatError('no-conversation', 'an agent writes through conversation(id)');
    const current = shelf.current.peek();
    if (current && (current.view.peek().serving.mode !== 'closed' || MARKS.includes(kind))) return current;
    const room = shelf.enter(newId(env.random));
    // Whatever anybody says in it is news.
    room.log.quiet = 0;
    return room;
  };

  /** What was read before anything could be stored goes in with the first op. */
  const first = (): readonly Write[] =>
    flushed
      ? []
      : shelf
          .all()
          .flatMap(({ log }) => [
            { clear: ['event', log.id] },
            ...log.events.map((event) => eventRow(log.id, event)),
            logRow(log),
          ]);

  const add = async (kind: Kind, body: Entry['body'], serving: number | undefined, room: Room | undefined) => {
    await parts.start();
    if (env.ended()) throw new ChatError('signed-out', 'the identity changed before this was stored');
    const { log } = room ?? addressee(kind);
    const install = firstRows(credentials, who === 'visitor', env.random);
    const also = (values: readonly unknown[]) => [
      ...install(values),
      ...first(),
      ...(log.epoch === undefined ? [logRow(log)] : []),
    ];
    const draft = { id: newId(env.random), conversation: log.id, kind, body, serving };
    const known = credentials.secret;
    const entry = await outbox.add(draft, also, FIRST_KEYS);
    if (!entry.unsaved) {
      flushed = true;
      credentials.stored = true;
    } else if (who === 'visitor') credentials.secret ??= madeSecret(env.random);
    const row = parts.row(entry.id);
    if (row && kind !== 'read') emit('message:sent', row);
    // The server learns by whom it is before it gets it.
    if (known !== credentials.secret) link.hello();
    window.pump();
    return entry.id;
  };

  /** Takes a failed or expired op out of the outbox and does something with it. */
  const stopped = (id: string, then: (entry: Entry) => Promise<void>) =>
    parts.queue(async () => {
      await parts.start();
      const entry = outbox.get(id);
      if (entry?.state !== 'failed' && entry?.state !== 'expired')
        throw new ChatError('not-found', 'no failed or expired op has this id');
      await then(entry);
    });

  const writer: Writer = {
    async send(kind, body, options, room) {
      check(kind, body);
      room?.typing.set(false);
      if (!room) shelf.current.peek()?.typing.set(false);
      return parts.queue(() => add(kind, body as Entry['body'], options?.serving, room));
    },
    resend: (id) =>
      stopped(id, async (entry) => {
        const closed = shelf.find(entry.conversation)?.view.peek().serving.mode === 'closed';
        const conversation = who === 'agent' || !closed ? entry.conversation : addressee(entry.kind as Kind).log.id;
        await outbox.requeue({ ...move(entry, 'resend'), conversation });
        window.pump();
      }),
    discard: (id) =>
      stopped(id, async (entry) => {
        await parts.commit([], () => [{ delete: entryKey(entry.n) }]);
        outbox.drop([entry]);
      }),
    markRead(room) {
      if (!room || room.unread.peek() === 0) return;
      const upTo = room.view.peek().unread.seqs.at(-1) ?? 0;
      // The op is stored a moment later; a second call in between must not write a second mark.
      if ((marked.get(room.log.id) ?? 0) >= upTo) return;
      marked.set(room.log.id, upTo);
      writer.send('read', { upTo }, undefined, room).catch(() => {});
    },
  };
  return writer;
}
