import type { Room } from '../conversation/room.ts';
import { type Entry, isPending, move } from '../outbox/entry.ts';
import { type ConversationId, newId } from '../protocol/index.ts';
import type { ConversationLog } from '../replica/conversation-log.ts';
import type { Parts } from './parts.ts';

/** Kinds that belong to the conversation they were written in, and are not carried to another. */
export const FLEETING: readonly string[] = ['read', 'retracted'];
export const MARKS: readonly string[] = [...FLEETING, 'rating'];

/** The shopper's conversation, or a new one where that is over, or is the one that `refused` the op. */
export function newestOpen({ env, shelf }: Parts, refused?: ConversationId): Room {
  const current = shelf.current.peek();
  if (current && current.log.id !== refused && current.view.peek().serving.mode !== 'closed') return current;
  const room = shelf.enter(newId(env.random));
  // Whatever anybody says in it is news.
  room.log.quiet = 0;
  return room;
}

/** A body without the numbers that speak of the conversation it was written for. */
export const detach = ({ reply, quote, to, ...body }: Entry['body']): Entry['body'] => body;

/**
 * What waits for conversations that the server does not know goes to one that it does, so that it does not come after
 * what is written there (rule 4).
 */
export async function gather(parts: Parts, { id, epoch }: ConversationLog): Promise<void> {
  for (const { conversation } of epoch ? parts.outbox.entries.peek() : [])
    if (conversation !== id && !parts.shelf.rooms.get(conversation)?.log.epoch)
      await readdress(parts, conversation, id);
}

/** Everything un-acked of one conversation goes to another, in its order and under its own ids. */
export async function readdress({ outbox, shelf }: Parts, from: ConversationId, to: ConversationId): Promise<void> {
  const moved = outbox.entries
    .peek()
    .filter((entry) => entry.conversation === from && isPending(entry) && !MARKS.includes(entry.kind));
  await outbox.save(moved.map((entry) => ({ ...move(entry, 'queued'), body: detach(entry.body), conversation: to })));
  shelf.enter(to);
}
