import { ChatError } from '../env/chat-error.ts';
import { type Entry, isStopped, move } from '../outbox/entry.ts';
import { forget } from './forget.ts';
import type { Parts } from './parts.ts';
import type { Writer } from './writer.ts';

/** An op that stands still, visible to its author. */
function stopped({ outbox }: Parts, id: string): Entry {
  const entry = outbox.get(id);
  if (entry && isStopped(entry)) return entry;
  throw new ChatError('not-found');
}

/** Sends a failed or expired op again. */
export const resend = (parts: Parts, { add, inTurn }: Writer, id: string): Promise<string> =>
  inTurn(() => add(move(stopped(parts, id), 'queued', { age: 0, born: parts.env.monotonic() })));

/** Forgets a failed or expired op. */
export const discard = (parts: Parts, { inTurn }: Writer, id: string): Promise<void> =>
  inTurn(() => forget(parts, stopped(parts, id)));
