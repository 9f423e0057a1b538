import type { Session } from '../facts.ts';

/** A session with whose it is. */
export interface Counted {
  /** Which session of which conversation. */
  readonly n: number;
  readonly k: number;
  readonly conversation: string;
  /** The same for all sessions of one shopper; says nothing else. */
  readonly shopper: number;
  readonly shop: string;
  readonly session: Session;
}

/** What measures are asked within. Times in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly now: number;
  /** Midnights of the shop within the span, ascending. */
  readonly days: readonly number[];
  /** Whether the shop's desk is open then; always, for a shop without hours. */
  isOpen(at: number): boolean;
  /** Conversations an agent may hold at once. */
  readonly capacity: number;
}

/** The day that a moment is in, as an index of {@link Span.days}. */
export function dayOf({ days }: Pick<Span, 'days'>, at: number): number {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A list with one value for each day of a span. */
export const perDay = <T>({ days }: Pick<Span, 'days'>, make: () => T): T[] => days.map(make);
