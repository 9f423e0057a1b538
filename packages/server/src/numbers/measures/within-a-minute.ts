import { askedIn } from './asked.ts';
import { type Talk, talksOf } from './bars.ts';
import { type Counted, dayOf, perDay, type Span } from './counted.ts';

/** What is promised. */
const MINUTE_MS = 60_000;

/** The share of wishes that were answered within a minute. */
export interface WithinAMinute {
  readonly met: number;
  readonly of: number;
  /** Asked for while the desk was closed: not in `of`. */
  readonly outside: number;
  readonly byDay: readonly { readonly met: number; readonly of: number }[];
  /** Where it was missed. */
  readonly talks: readonly Talk[];
}

/**
 * **Answered within a minute** = wishes for a person whose first message by a person came within 60 s ÷ wishes that were
 * answered, were left, or are older than 60 s. A wish that nobody answers is missed. Joining is no answer, and no word of
 * the bot is. Wishes outside of the opening hours are counted apart.
 */
export function withinAMinute(rows: readonly Counted[], span: Span): WithinAMinute {
  const byDay = perDay(span, () => ({ met: 0, of: 0 }));
  const missed: Counted[] = [];
  let [met, of, outside] = [0, 0, 0];
  for (const { row, episode } of askedIn(rows, span)) {
    const { requestedAt, firstReplyAt, endedAt } = episode;
    if (!span.isOpen(requestedAt)) {
      outside += 1;
      continue;
    }
    // Too young to say.
    if (firstReplyAt === undefined && endedAt === undefined && span.now - requestedAt <= MINUTE_MS) continue;
    const good = firstReplyAt !== undefined && firstReplyAt - requestedAt <= MINUTE_MS;
    const day = byDay[dayOf(span, requestedAt)];
    of += 1;
    if (day) day.of += 1;
    if (good) met += 1;
    if (good && day) day.met += 1;
    if (!good) missed.push(row);
  }
  return { met, of, outside, byDay, talks: talksOf(missed) };
}
