import { type Counted, dayOf, perDay, type Span } from './counted.ts';

/** How much was talked. */
export interface Volume {
  readonly sessions: number;
  readonly shoppers: number;
  readonly byDay: readonly number[];
}

/** **Sessions** with at least one message of a shopper, by the day of their beginning, and how many shoppers had them. */
export function volume(rows: readonly Counted[], span: Span): Volume {
  const byDay = perDay(span, () => 0);
  for (const { session } of rows) byDay[dayOf(span, session.start)] = (byDay[dayOf(span, session.start)] ?? 0) + 1;
  return { sessions: rows.length, shoppers: new Set(rows.map(({ shopper }) => shopper)).size, byDay };
}
