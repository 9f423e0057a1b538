import type { Content } from '../protocol/index.ts';
import { isRow, type Reader } from './reader.ts';
import type { TimelineItem } from './timeline.ts';

/** Changes the newest row that passes the test. */
function patchLast(
  rows: TimelineItem[],
  test: (row: TimelineItem) => boolean,
  patch: Pick<TimelineItem, 'answer' | 'retracted'>,
): void {
  const n = rows.findLastIndex(test);
  const row = rows[n];
  if (row) rows[n] = { ...row, ...patch };
}

const asksBack = ({ kind, body }: Content): boolean =>
  kind === 'choices' ||
  kind === 'orders' ||
  (kind === 'form' && 'fields' in body) ||
  (kind === 'handoff' && body.state === 'declined');

/** A shopper's words close every open card since the words before, which closed the rest. */
function closeCards(rows: TimelineItem[]): void {
  for (let n = rows.length - 2; n >= 0; n--) {
    const row = rows[n] as TimelineItem;
    if (row.from.role === 'shopper' && row.content.kind === 'text') return;
    if (row.answer === undefined && asksBack(row.content)) rows[n] = { ...row, answer: '' };
  }
}

/**
 * Puts what was said at the end, and marks what it does to the rows before: a rating gets its score, a message taken
 * back by its author is marked, the card that a text or form replies to gets the value, `'sent'` for a form. What
 * the server refused does nothing.
 */
export function addRow(rows: TimelineItem[], row: TimelineItem, reader: Reader): void {
  const { content, from, status } = row;
  const { kind, body } = content;
  const answer = (to: number | undefined, value = '') =>
    patchLast(rows, ({ seq }) => seq !== undefined && seq === to, { answer: value });
  if (isRow(reader, content)) rows.push(row);
  if (status === 'failed' || status === 'expired') return;
  if (kind === 'retracted')
    patchLast(rows, (one) => one.seq === body.target && one.from.id === from.id, { retracted: true });
  if (kind === 'rating' && body.state === 'given')
    patchLast(rows, (one) => one.content.kind === 'rating', { answer: String(body.score ?? '') });
  if (from.role !== 'shopper') return;
  if (kind === 'form' && 'answers' in body) answer(body.to, 'sent');
  if (kind !== 'text') return;
  answer(body.reply?.to, body.reply?.value);
  closeCards(rows);
}
