import type { SendOptions } from '../client.ts';
import type { Room } from '../conversation/room.ts';
import { ChatError } from '../env/chat-error.ts';
import { makeSecret } from '../identity/visitor-secret.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Draft } from '../outbox/outbox.ts';
import { type ContentMap, jsonBytes, type Kind, LIMITS, newId } from '../protocol/index.ts';
import { logRow } from '../replica/conversation-log.ts';
import type { Write } from '../stores/store.ts';
import { entryRow } from '../view/fold-timeline.ts';
import { interpret } from '../view/interpret.ts';
import { detach } from './detach.ts';
import { MARKS } from './marks.ts';
import { newestOpen } from './newest-open.ts';
import type { Parts } from './parts.ts';
import { gatherStrays } from './strays.ts';

/** Options of an op that was prepared before. */
export interface Prepared extends SendOptions {
  readonly id?: string;
  /** More writes of its transaction, asked for in its turn; what throws refuses it. */
  readonly also?: () => readonly Write[];
}

/** Writes ops. */
export interface Writer {
  /** Into the shopper's conversation, where no room is named. */
  send<K extends Kind>(kind: K, body: ContentMap[K], options?: Prepared, room?: Room): Promise<string>;
  /** Stores an op and sends it; call it by {@link Writer.inTurn}. */
  add(draft: Draft, also?: readonly Write[]): Promise<string>;
  /** Runs when the store is open, in its turn, unless the identity has ended by then. */
  inTurn<T>(task: () => Promise<T> | T): Promise<T>;
  resend(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  /** Takes back an own message, in whichever conversation it stands. */
  retract(id: string): Promise<void>;
  markRead(room: Room): void;
}

/** The writer of one session. */
export function createWriter(parts: Parts): Writer {
  const { env, outbox, shelf, window, link, credentials } = parts;
  const { rooms, current } = shelf;
  const visitor = parts.identity.kind === 'visitor';

  const add = async (draft: Draft, also: readonly Write[] = []) => {
    const known = credentials.secret;
    if (visitor) makeSecret(credentials, env.random);
    const log = rooms.get(draft.conversation)?.log;
    // Another tab may know more of it by now.
    const entry = await outbox.add(draft, also, log && !log.epoch ? logRow(log) : undefined);
    // Nobody has it: neither the store, nor the session that ended meanwhile.
    if (entry.unsaved && env.ended()) throw new ChatError('signed-out');
    if (entry.unsaved && visitor && !credentials.secret) {
      credentials.secret = credentials.made;
      // Another tab may have taken over the install before, and store a secret of its own under it.
      credentials.install = newId(env.random);
    }
    if (entry.kind !== 'read') {
      credentials.spoke = true;
      parts.emit('message:sent', entryRow(entry, parts.me()));
    }
    // The server learns by whom it is before it gets it.
    if (known !== credentials.secret) link.hello();
    window.pump();
    return entry.id;
  };

  const inTurn = <T>(task: () => Promise<T> | T): Promise<T> =>
    parts.queue(async () => {
      await parts.start();
      if (env.ended()) throw new ChatError('signed-out');
      return task();
    });

  const writer: Writer = {
    async send(kind, body, options = {}, room) {
      const item = { kind, body: body as Entry['body'] };
      if (interpret(item).kind === 'unknown' || jsonBytes(body) > LIMITS.bodyBytes)
        throw new ChatError('invalid-body', `no ${kind} of at most ${LIMITS.bodyBytes} bytes of JSON`);
      // Who sent a file may be writing again when it has arrived.
      if (!options.id) (room ?? current.peek())?.live?.type(false);
      return inTurn(async () => {
        const before = current.peek();
        let to = room ?? before;
        // What is no mark of a closed conversation opens a new one.
        if (!room && !(to && MARKS.includes(kind))) {
          to = newestOpen(parts);
          await gatherStrays(parts, to, before === to ? undefined : before);
          // What it answers stands in a conversation that is over.
          if (before && before !== to) item.body = detach(item.body);
        }
        const { id = newId(env.random), serving, also } = options;
        return add({ ...item, id, conversation: (to as Room).log.id, serving }, also?.());
      });
    },
    add,
    inTurn,
    async resend(id) {
      await (await parts.seldom()).resend(parts, writer, id);
    },
    async discard(id) {
      await (await parts.seldom()).discard(parts, writer, id);
    },
    async retract(id) {
      await (await parts.seldom()).takeBack(parts, writer, id);
    },
    markRead(room) {
      const upTo = room.unread.peek().at(-1)?.seq ?? 0;
      // The op is stored a moment later; a second call in between must not write a second mark.
      if (room.marked >= upTo) return;
      room.marked = upTo;
      writer.send('read', { upTo }, undefined, room).catch(() => {});
    },
  };
  return writer;
}
