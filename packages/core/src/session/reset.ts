import type { Room } from '../conversation/room.ts';
import { type Entry, isStopped, move } from '../outbox/entry.ts';
import { deletions } from '../outbox/outbox.ts';
import type { ChatEvent, Reset } from '../protocol/index.ts';
import { applyReset, countGone } from '../replica/reset.ts';
import type { Parts } from './parts.ts';

/** What became of the outbox, and how many events that had been visible are gone. */
export interface Replaced {
  readonly again: readonly Entry[];
  readonly gone: readonly Entry[];
  readonly lost: number;
}

/** Replaces a log by the page that the server sent, and judges the ops that were written for it (rule 16). */
export async function replaceLog(
  { outbox, commit, shelf }: Parts,
  room: Room,
  frame: Reset,
  own: (events: readonly ChatEvent[]) => readonly Entry[],
): Promise<Replaced> {
  const { log } = room;
  const lost = countGone(log.events, frame);
  const mine = outbox.entries.peek().filter((entry) => entry.conversation === log.id);
  const found = own(frame.events);
  const oldest = frame.events[0]?.seq ?? frame.head + 1;
  // Acked before the page begins, in this epoch: it is in the log, further up.
  const gone = mine.filter(
    (entry) => found.includes(entry) || (entry.ack?.epoch === frame.epoch && entry.ack.seq < oldest),
  );
  await applyReset(log, frame, deletions(gone), commit, room === shelf.current.peek());
  log.quiet = Math.max(log.quiet ?? 0, log.seq);
  // Another tab may have told meanwhile that one failed (rule 7).
  const waiting = outbox.entries.peek().filter((entry) => entry.conversation === log.id && !isStopped(entry));
  // What was acked since, in this epoch, stands behind the page: its event comes.
  const again = waiting.map((entry) => (entry.ack?.epoch === frame.epoch ? entry : move(entry, 'queued')));
  return { again, gone, lost };
}
