import { askedIn } from './asked.ts';
import { type Talk, talksOf } from './bars.ts';
import { type Counted, dayOf, perDay, type Span } from './counted.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Who changes his mind so soon has not waited. */
const AT_ONCE_MS = 10_000;

/** How long people waited for a person. Times in milliseconds. */
export interface Waiting {
  /** From the wish to the first message of a person. */
  readonly firstReply: Spread;
  /** From the wish to an agent's taking it. */
  readonly queue: Spread;
  readonly byDay: readonly Spread[];
  /** Wishes that are over, without those that were taken back within ten seconds. */
  readonly asked: number;
  /** Over without a person ever having come, and without a message. */
  readonly givenUp: number;
  /** A message was left instead. */
  readonly left: number;
  /** Asked for while nobody was at the desk. */
  readonly nobody: number;
  readonly talks: readonly Talk[];
}

/**
 * **Waiting**: first reply = first message by a person − wish; queue = joined − wish. **Given up** = wishes that ended
 * without a person, without a message that was left and after more than ten seconds ÷ wishes that are over. Who was passed
 * on has waited since the first wish.
 */
export function waiting(rows: readonly Counted[], span: Span): Waiting {
  const byDay = perDay<number[]>(span, () => []);
  const [first, queue]: [number[], number[]] = [[], []];
  const given: Counted[] = [];
  let [asked, left, nobody] = [0, 0, 0];
  for (const { row, episode } of askedIn(rows, span)) {
    const { requestedAt, joinedAt, firstReplyAt, endedAt, end, leftAt } = episode;
    if (firstReplyAt !== undefined) {
      first.push(firstReplyAt - requestedAt);
      byDay[dayOf(span, requestedAt)]?.push(firstReplyAt - requestedAt);
    }
    if (joinedAt !== undefined) queue.push(joinedAt - requestedAt);
    if (joinedAt === undefined && endedAt === undefined) continue;
    const atOnce = joinedAt === undefined && end !== 'declined' && (endedAt ?? 0) - requestedAt < AT_ONCE_MS;
    if (atOnce && leftAt === undefined) continue;
    asked += 1;
    if (joinedAt !== undefined) continue;
    if (leftAt !== undefined) left += 1;
    else if (end === 'declined') nobody += 1;
    else given.push(row);
  }
  return {
    firstReply: spreadOf(first),
    queue: spreadOf(queue),
    byDay: byDay.map(spreadOf),
    asked,
    givenUp: given.length,
    left,
    nobody,
    talks: talksOf(given),
  };
}
