import type { Room } from '../conversation/room.ts';
import { type ConversationId, newId } from '../protocol/index.ts';
import type { Parts } from './parts.ts';

/** The shopper's conversation, or a new one where that is over, or is the one that `refused` the op. */
export function newestOpen({ env, shelf }: Parts, refused?: ConversationId): Room {
  const current = shelf.current.peek();
  if (current && current.log.id !== refused && current.view.peek().serving.mode !== 'closed') return current;
  const room = shelf.enter(newId(env.random));
  // Whatever anybody says in it is news.
  room.log.quiet = 0;
  return room;
}
