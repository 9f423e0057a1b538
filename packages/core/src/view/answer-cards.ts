import type { Content } from '../protocol/index.ts';
import type { TimelineItem } from './timeline.ts';

/** Place of the row of an event; rows are in order of `seq`, ops without one come last. −1: not here. */
export function findRow(rows: readonly TimelineItem[], seq: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle]?.seq ?? Number.POSITIVE_INFINITY;
    if (at === seq) return middle;
    if (at < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Replaces fields of the row of an event. */
export function patchRow(rows: TimelineItem[], seq: number, patch: Partial<TimelineItem>): void {
  const place = findRow(rows, seq);
  const row = rows[place];
  if (row) rows[place] = { ...row, ...patch };
}

const asksBack = ({ kind, body }: Content): boolean =>
  kind === 'choices' ||
  kind === 'orders' ||
  (kind === 'form' && 'fields' in body) ||
  (kind === 'handoff' && body.state === 'declined');

/**
 * Marks the cards that a shopper's text or form answers: the one it replies to gets the value, `'sent'` for a form;
 * a text also closes every other open card with `''`. It looks back only to the text before, which closed the rest.
 */
export function answerCards(rows: TimelineItem[], by: TimelineItem): void {
  const { kind, body } = by.content;
  if (by.from.role !== 'shopper') return;
  if (kind === 'form' && 'answers' in body) patchRow(rows, body.to, { answer: 'sent' });
  if (kind !== 'text') return;
  if (body.reply) patchRow(rows, body.reply.to, { answer: body.reply.value ?? '' });
  for (let n = rows.length - 1; n >= 0; n--) {
    const row = rows[n] as TimelineItem;
    if (row === by) continue;
    if (row.from.role === 'shopper' && row.content.kind === 'text') break;
    if (row.answer === undefined && asksBack(row.content)) rows[n] = { ...row, answer: '' };
  }
}
