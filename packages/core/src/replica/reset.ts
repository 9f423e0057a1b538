import type { ChatEvent, Reset } from '../protocol/index.ts';
import type { Commit } from '../stores/commit.ts';
import type { Write } from '../stores/store.ts';
import { batches } from './batches.ts';
import { type ConversationLog, type LogRow, logKey, logRow } from './conversation-log.ts';

/**
 * How many of the events held are gone from the server for certain: beyond the end of the page, which may have grown since
 * (what stands there now is another), trimmed, or another event stands in their place. Of those before the page of another epoch nothing is known; they are asked for again when wanted.
 */
export function countGone(held: readonly ChatEvent[], { events, head, first }: Reset): number {
  const page = new Map(events.map((event) => [event.seq, event.id]));
  const end = events.at(-1)?.seq ?? head;
  return held.filter(({ seq, id }) => seq > end || seq < first || (page.has(seq) && page.get(seq) !== id)).length;
}

/**
 * Replaces rows and cursor in one transaction (rule 16), then the log. Its place among the others is the one that is stored,
 * where this is the shopper's conversation (`current`); any other is older than that.
 */
export async function applyReset(
  log: ConversationLog,
  frame: Reset,
  ops: readonly Write[],
  commit: Commit,
  current: boolean,
): Promise<void> {
  const { events, head, first, serving } = frame;
  const seq = events.at(-1)?.seq ?? head;
  // A restore took it away whole: the server does not know it, as if nothing had ever been said there.
  const epoch = head ? frame.epoch : undefined;
  log.unsaved = !(await commit([logKey(log.id)], ([stored]) => {
    log.order = current ? ((stored as LogRow | undefined)?.order ?? log.order) : 0;
    return [
      { clear: ['event', log.id] },
      ...batches(log.id, events),
      logRow(log, { epoch, seq, first, serving, lost: head ? undefined : frame.epoch }),
      ...ops,
    ];
  }));
  Object.assign(log, { epoch, seq, first, events, serving, head: Math.max(head, seq) });
}
