import { type Talk, talksOf } from './bars.ts';
import { type Counted, dayOf, perDay, type Span } from './counted.ts';
import { wilson } from './wilson.ts';

/** Below so many ratings a share says nothing. */
export const LEAST_RATINGS = 20;

/** What shoppers thought of it. */
export interface Satisfaction {
  readonly asked: number;
  readonly given: number;
  /** Ratings of 4 and 5. */
  readonly good: number;
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly scores: readonly number[];
  /** Where the share of good ones lies with 95 % confidence; absent below 20 ratings. */
  readonly interval?: readonly [low: number, high: number];
  readonly byDay: readonly { readonly given: number; readonly good: number }[];
  /** Ratings of 1 and 2. */
  readonly talks: readonly Talk[];
}

/**
 * **Satisfaction** = ratings of 4 and 5 ÷ ratings. **Response rate** = ratings ÷ times that one was asked for; who rates
 * without having been asked counts as asked. The interval is Wilson's; under 20 ratings there is none.
 */
export function satisfaction(rows: readonly Counted[], span: Span): Satisfaction {
  const scores = [0, 0, 0, 0, 0];
  const byDay = perDay(span, () => ({ given: 0, good: 0 }));
  const bad: Counted[] = [];
  let asked = 0;
  for (const row of rows)
    for (const { score, at, askedAt } of row.session.ratings) {
      asked += 1;
      if (score === undefined) continue;
      scores[score - 1] = (scores[score - 1] ?? 0) + 1;
      const day = byDay[dayOf(span, at ?? askedAt ?? row.session.start)];
      if (day) day.given += 1;
      if (day && score >= 4) day.good += 1;
      if (score <= 2) bad.push(row);
    }
  const given = scores.reduce((sum, n) => sum + n, 0);
  const good = (scores[3] ?? 0) + (scores[4] ?? 0);
  return {
    asked,
    given,
    good,
    scores,
    ...(given >= LEAST_RATINGS ? { interval: wilson(good, given) } : {}),
    byDay,
    talks: talksOf(bad),
  };
}
