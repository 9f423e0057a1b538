import { type Participant, readContent } from '../protocol/index.ts';
import { answerCards } from './answer-cards.ts';
import { rateLast } from './fold-timeline.ts';
import { isRow, type Reader, rowKey } from './reader.ts';
import type { DeliveryStatus, TimelineItem } from './timeline.ts';

/** What is shown of an op that is not yet in the log. */
export interface PendingOp {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: DeliveryStatus;
  readonly error?: string | undefined;
  readonly unsaved?: boolean | undefined;
}

/** The row of an op that is not yet in the log. */
export const entryRow = (entry: PendingOp, me: Participant): TimelineItem => ({
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
  entries: readonly PendingOp[],
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
