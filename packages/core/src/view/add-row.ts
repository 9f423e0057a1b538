import type { Content } from '../protocol/index.ts';
import { isMine, isRow, type Reader } from './reader.ts';
import type { TimelineItem } from './timeline.ts';

/** Changes the newest row that passes the test; answers with it, where there is one. */
function patchLast(
  rows: TimelineItem[],
  test: (row: TimelineItem) => boolean,
  patch: Partial<Omit<TimelineItem, 'key' | 'seq'>>,
): TimelineItem | undefined {
  const n = rows.findLastIndex(test);
  const row = rows[n];
  if (row) rows[n] = { ...row, ...patch };
  return row;
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
 * back by its author loses its words, the card that a text or form replies to gets the value, `'sent'` for a form, and
 * the end of a streamed reply goes into the row of its opening (rule 15). What the server refused does nothing.
 */
export function addRow(rows: TimelineItem[], row: TimelineItem, reader: Reader): void {
  const { content, from, status } = row;
  const { kind, body } = content;
  const answer = (to: number | undefined, value = '') =>
    to !== undefined && patchLast(rows, ({ seq }) => seq === to, { answer: value });
  if (kind === 'final') {
    const end = { content: { kind: 'text', body } as const, streaming: undefined, cut: body.cut };
    // The opening may be further back than what is held.
    if (!patchLast(rows, ({ seq }) => seq === body.of, end)) rows.push({ ...row, ...end });
  } else if (isRow(reader, content)) rows.push(row);
  if (status === 'failed' || status === 'expired') return;
  if (kind === 'retracted')
    patchLast(rows, (one) => one.seq === body.target && isMine(from, one.from), {
      retracted: true,
      content: { kind: 'unknown', body: {} },
    });
  if (kind === 'rating' && body.state === 'given')
    patchLast(rows, (one) => one.content.kind === 'rating', { answer: String(body.score ?? '') });
  if (from.role !== 'shopper') return;
  if (kind === 'form' && 'answers' in body) answer(body.to, 'sent');
  if (kind !== 'text') return;
  answer(body.reply?.to, body.reply?.value);
  closeCards(rows);
}
