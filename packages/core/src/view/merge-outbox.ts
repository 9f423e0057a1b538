import type { Entry } from '../outbox/entry.ts';
import { type Participant, readContent } from '../protocol/index.ts';
import { answerCards } from './answer-cards.ts';
import { rateLast } from './fold-timeline.ts';
import { isRow, type Reader, rowKey } from './reader.ts';
import type { TimelineItem } from './timeline.ts';

/** The row of an op that is not yet in the log. */
export const entryRow = (entry: Entry, me: Participant): TimelineItem => ({
  key: rowKey(true, me.id, entry.id),
  id: entry.id,
  at: entry.at,
  from: me,
  mine: true,
  content: readContent(entry),
  status: entry.state,
  error: entry.error,
  unsaved: entry.unsaved,
});

/** The log's rows, then the outbox in the order of writing (rule 13), with the cards that it answers already marked. */
export function mergeOutbox(
  rows: readonly TimelineItem[],
  entries: readonly Entry[],
  me: Participant,
  reader: Reader,
): readonly TimelineItem[] {
  if (!entries.length) return rows;
  const merged = [...rows];
  for (const entry of entries) {
    const row = entryRow(entry, me);
    const { content } = row;
    const stands = entry.state === 'failed' || entry.state === 'expired';
    if (content.kind === 'rating' && !stands) rateLast(merged, content.body.score);
    if (!isRow(reader, content)) continue;
    merged.push(row);
    if (!stands) answerCards(merged, row);
  }
  return merged;
}
