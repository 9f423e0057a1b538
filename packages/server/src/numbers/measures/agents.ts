import { type Talk, talksOf } from './bars.ts';
import type { Counted, Span } from './counted.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What one agent did. Times in milliseconds. */
export interface AgentLoad {
  readonly agent: string;
  /** Conversations taken. */
  readonly taken: number;
  /** Messages written. */
  readonly lines: number;
  /** Wishes that this agent answered first. */
  readonly firstReply: Spread;
  readonly handling: Spread;
  /** Time in which at least one conversation was held. */
  readonly busyMs: number;
  /** Conversations held at once, on average over that time, and at most. */
  readonly atOnce: number;
  readonly peak: number;
  /** `atOnce` as a share of what an agent may hold. */
  readonly load: number;
  readonly good: number;
  readonly ratings: number;
  readonly talks: readonly Talk[];
}

interface Work {
  readonly spans: [from: number, to: number][];
  readonly rows: Counted[];
  readonly first: number[];
  readonly handling: number[];
  lines: number;
  good: number;
  ratings: number;
}

/** Time with at least one, sum over all, and the most at once, by sweeping over beginnings and ends. */
function sweep(spans: readonly (readonly [number, number])[]): { busy: number; sum: number; peak: number } {
  const edges = spans.flatMap(([from, to]) => [[from, 1] as const, [to, -1] as const]);
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let [held, busy, sum, peak, at] = [0, 0, 0, 0, 0];
  for (const [moment, by] of edges) {
    if (held > 0) busy += moment - at;
    sum += held * (moment - at);
    held += by;
    peak = Math.max(peak, held);
    at = moment;
  }
  return { busy, sum, peak };
}

/**
 * **Load** of an agent = conversations held at once, on average over the time in which at least one was held ÷ what an
 * agent may hold. Who sits at the desk without a conversation is in no log, so that time is not counted. First replies,
 * messages and ratings are credited to who wrote; a rating to the agent who had the conversation last.
 */
export function agents(rows: readonly Counted[], span: Span): readonly AgentLoad[] {
  const byAgent = new Map<string, Work>();
  const workOf = (agent: string): Work => {
    const known = byAgent.get(agent);
    if (known) return known;
    const work: Work = { spans: [], rows: [], first: [], handling: [], lines: 0, good: 0, ratings: 0 };
    byAgent.set(agent, work);
    return work;
  };
  for (const row of rows) {
    const { episodes, ratings } = row.session;
    for (const { turns, firstBy, firstReplyAt, requestedAt, asked } of episodes) {
      for (const turn of turns) {
        const work = workOf(turn.agent);
        const [from, to] = [Math.max(turn.from, span.from), Math.min(turn.to ?? span.now, span.to, span.now)];
        if (to > from) work.spans.push([from, to]);
        work.rows.push(row);
        work.lines += turn.lines;
        if (turn.lines > 0) work.handling.push(turn.handlingMs);
      }
      if (asked && firstBy !== undefined && firstReplyAt !== undefined)
        workOf(firstBy).first.push(firstReplyAt - requestedAt);
    }
    const last = episodes.at(-1)?.turns.at(-1);
    for (const { score } of ratings) {
      if (score === undefined || !last) continue;
      workOf(last.agent).ratings += 1;
      if (score >= 4) workOf(last.agent).good += 1;
    }
  }
  return [...byAgent]
    .map(([agent, { spans, rows: theirs, first, handling, lines, good, ratings }]) => {
      const { busy, sum, peak } = sweep(spans);
      const atOnce = busy === 0 ? 0 : Math.round((sum / busy) * 100) / 100;
      return {
        agent,
        taken: theirs.length,
        lines,
        firstReply: spreadOf(first),
        handling: spreadOf(handling),
        busyMs: busy,
        atOnce,
        peak,
        load: Math.round((atOnce / span.capacity) * 100) / 100,
        good,
        ratings,
        talks: talksOf(theirs),
      };
    })
    .sort((a, b) => b.taken - a.taken || (a.agent < b.agent ? -1 : 1));
}
