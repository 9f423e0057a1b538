import { type ChatEvent, readContent } from '../protocol/index.ts';
import { answerCards, findRow, patchRow } from './answer-cards.ts';
import { isMine, isRow, type Reader, rowKey } from './reader.ts';
import type { TimelineItem } from './timeline.ts';

/** The row of an event. */
export function rowOf(event: ChatEvent, reader: Reader): TimelineItem {
  const { seq, id, at, from } = event;
  const mine = isMine(reader, from);
  const row = { key: rowKey(mine, from.id, id), id, seq, at, from, mine, content: readContent(event) };
  return mine ? { ...row, status: 'sent' } : row;
}

/** Marks the rating that was asked for last. */
export function rateLast(rows: TimelineItem[], score: number | undefined): void {
  for (let n = rows.length - 1; n >= 0; n--) {
    const row = rows[n] as TimelineItem;
    if (row.content.kind !== 'rating') continue;
    rows[n] = { ...row, answer: String(score ?? '') };
    return;
  }
}

/**
 * The rows after some more events, which follow those folded before. The array is copied once a call, and rows that
 * did not change stay the same objects.
 */
export function foldTimeline(
  before: readonly TimelineItem[],
  events: readonly ChatEvent[],
  reader: Reader,
): readonly TimelineItem[] {
  const rows = [...before];
  for (const event of events) {
    const row = rowOf(event, reader);
    const { content } = row;
    if (content.kind === 'retracted') {
      const target = rows[findRow(rows, content.body.target)];
      // Only its author takes a message back, whatever an event says.
      if (target && target.from.id === event.from.id) patchRow(rows, content.body.target, { retracted: true });
    } else if (content.kind === 'rating' && content.body.state === 'given') {
      rateLast(rows, content.body.score);
    } else if (isRow(reader, content)) {
      rows.push(row);
      answerCards(rows, row);
    }
  }
  return rows;
}
