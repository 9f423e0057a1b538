import { type Counted, dayOf, perDay, type Span } from './counted.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How long people worked on conversations. Times in milliseconds. */
export interface Handling {
  /** Time in which an answer was owed. */
  readonly work: Spread;
  /** From taking it until it is over. */
  readonly duration: Spread;
  readonly byDay: readonly Spread[];
}

/**
 * **Handling** = for each episode in which an agent wrote, the sum of the times in which an answer was owed: from the
 * shopper's words, or from taking over, to the agent's reply, each of five minutes at most. **Duration** = end − joined,
 * of those that are over.
 */
export function handling(rows: readonly Counted[], span: Span): Handling {
  const byDay = perDay<number[]>(span, () => []);
  const [work, duration]: [number[], number[]] = [[], []];
  for (const { session } of rows)
    for (const { turns, joinedAt, endedAt, firstReplyAt } of session.episodes) {
      if (joinedAt === undefined || joinedAt < span.from || joinedAt >= span.to) continue;
      if (endedAt !== undefined) duration.push(endedAt - joinedAt);
      if (firstReplyAt === undefined) continue;
      const ms = turns.reduce((sum, { handlingMs }) => sum + handlingMs, 0);
      work.push(ms);
      byDay[dayOf(span, joinedAt)]?.push(ms);
    }
  return { work: spreadOf(work), duration: spreadOf(duration), byDay: byDay.map(spreadOf) };
}
