import type { QualityRule } from '../../quality/rule.ts';
import { type Bar, groupBy, type Talk, talksOf } from './bars.ts';
import type { Counted } from './counted.ts';
import { type Spread, spreadOf } from './spread.ts';

/** From here on a conversation is good. */
const GOOD = 80;

/** A rule, in how many sessions it was hit. */
export interface RuleBar extends Bar {
  readonly critical: boolean;
}

/** How conversations with people keep to the rules. */
export interface Quality {
  /** Sessions in which an agent took part. */
  readonly of: number;
  readonly scores: Spread;
  /** Sessions with a score of 80 or more. */
  readonly good: number;
  readonly critical: number;
  readonly rules: readonly RuleBar[];
  /** The conversations with the lowest scores below 80, the lowest first. */
  readonly talks: readonly Talk[];
}

/** What a session is worth: 100 and the score of each hit, from 0 to 100. */
export const scoreOf = ({ session }: Counted, rules: ReadonlyMap<string, QualityRule>): number =>
  Math.min(
    100,
    Math.max(
      0,
      session.hits.reduce((sum, { rule }) => sum + (rules.get(rule)?.score ?? 0), 100),
    ),
  );

/**
 * **Quality** = of each session in which an agent took part, 100 plus the scores of the rules that it hit, each time, from 0
 * to 100. Every session is scored. A rule's bar is the sessions in which it was hit at least once.
 */
export function quality(rows: readonly Counted[], rules: readonly QualityRule[]): Quality {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const people = rows.filter(({ session }) => session.episodes.some(({ turns }) => turns.length > 0));
  const scored = people.map((row) => ({ row, score: scoreOf(row, byId) }));
  const isCritical = (id: string) => byId.get(id)?.critical === true;
  const hit = groupBy(people, ({ session }) => new Set(session.hits.map(({ rule }) => rule)));
  const low = scored.filter(({ score }) => score < GOOD).sort((a, b) => b.score - a.score);
  return {
    of: people.length,
    scores: spreadOf(scored.map(({ score }) => score)),
    good: scored.filter(({ score }) => score >= GOOD).length,
    critical: people.filter(({ session }) => session.hits.some(({ rule }) => isCritical(rule))).length,
    rules: [...hit]
      .filter(([id]) => byId.has(id))
      .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
      .map(([key, group]) => ({ key, n: group.length, critical: isCritical(key), talks: talksOf(group) })),
    talks: talksOf(low.map(({ row }) => row)),
  };
}
