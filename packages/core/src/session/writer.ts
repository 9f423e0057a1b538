import type { SendOptions } from '../client.ts';
import type { Room } from '../conversation/room.ts';
import { ChatError } from '../env/chat-error.ts';
import { FIRST_KEYS, firstRows, madeSecret } from '../identity/visitor-secret.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Draft } from '../outbox/outbox.ts';
import { type ContentMap, GUARDS, type Kind, LIMITS, newId, utf8Bytes } from '../protocol/index.ts';
import { eventRow, logRow } from '../replica/conversation-log.ts';
import type { Write } from '../stores/store.ts';
import type { Parts } from './parts.ts';
import { MARKS, newestOpen, readdress } from './readdress.ts';

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
  const addressee = async (kind: Kind): Promise<Room> => {
    if (who === 'agent') throw new ChatError('no-conversation', 'an agent writes through conversation(id)');
    const current = shelf.current.peek();
    if (current && MARKS.includes(kind)) return current;
    const room = newestOpen(parts);
    // What waits for the closed one was not taken any more, and must not come after what is written now (rule 4).
    if (current && current !== room) await readdress(parts, current.log.id, room.log.id);
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

  const add = async (draft: Draft) => {
    const install = firstRows(credentials, who === 'visitor', env.random);
    const known = credentials.secret;
    const entry = await outbox.add(draft, FIRST_KEYS, (values) => {
      const log = shelf.find(draft.conversation)?.log;
      return [...install(values), ...first(), ...(log && log.epoch === undefined ? [logRow(log)] : [])];
    });
    if (!entry.unsaved) {
      flushed = true;
      credentials.stored = true;
    } else if (who === 'visitor') credentials.secret ??= madeSecret(env.random);
    const row = parts.row(entry.id);
    if (row && entry.kind !== 'read') emit('message:sent', row);
    // The server learns by whom it is before it gets it.
    if (known !== credentials.secret) link.hello();
    window.pump();
    return entry.id;
  };

  /** Runs when the store is open, unless the identity has ended by then. */
  const started = <T>(task: () => Promise<T>): Promise<T> =>
    parts.queue(async () => {
      await parts.start();
      if (env.ended()) throw new ChatError('signed-out', 'the identity changed before this was stored');
      return task();
    });

  /** An op that stands still, visible to its author. */
  const stopped = (id: string): Entry => {
    const entry = outbox.get(id);
    if (entry?.state === 'failed' || entry?.state === 'expired') return entry;
    throw new ChatError('not-found', 'no failed or expired op has this id');
  };

  const writer: Writer = {
    async send(kind, body, options, room) {
      check(kind, body);
      room?.typing.set(false);
      if (!room) shelf.current.peek()?.typing.set(false);
      return started(async () => {
        const conversation = (room ?? (await addressee(kind))).log.id;
        return add({
          id: newId(env.random),
          conversation,
          kind,
          body: body as Entry['body'],
          serving: options?.serving,
        });
      });
    },
    resend: (id) =>
      started(async () => {
        const { conversation, kind, body, serving } = stopped(id);
        await add({ id, conversation, kind, body, serving });
      }),
    discard: (id) => started(() => outbox.remove([stopped(id)])),
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
