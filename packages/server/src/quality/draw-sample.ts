import { createHash } from 'node:crypto';
import type { Counted } from '../numbers/measures/counted.ts';
import { scoreOf } from '../numbers/measures/quality.ts';
import type { QualityRule } from './rule.ts';

/** A conversation's session that a lead is asked to look at. */
export interface Drawn {
  readonly conversation: string;
  /** Which session of it. */
  readonly k: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly last: number;
  /** Agents who took part, in order. */
  readonly agents: readonly string[];
  /** Groups that were asked for. */
  readonly groups: readonly string[];
  readonly score: number;
  /** A rule was hit of which one hit is enough to look. */
  readonly critical: boolean;
  /** Why it was drawn: the rule with the lowest score, else the reason of the wish, else `none`. */
  readonly reason: string;
}

/** Where one band of scores ends and the next begins. */
const BANDS = [60, 80, 100] as const;

const bandOf = (score: number): number => BANDS.filter((end) => score >= end).length;

/** Where a session stands in the draw of a seed: the same in every run, and unlike in every week. */
const lot = (seed: string, conversation: string, k: number): string =>
  createHash('sha256').update(`${seed}\n${conversation}\n${k}`).digest('hex');

function reasonOf({ session }: Counted, rules: ReadonlyMap<string, QualityRule>): string {
  const scored = session.hits.map(({ rule }) => ({ rule, score: rules.get(rule)?.score ?? 0 }));
  const [worst] = scored.filter(({ score }) => score < 0).sort((a, b) => a.score - b.score);
  return worst?.rule ?? session.episodes.find(({ reason }) => reason !== undefined)?.reason ?? 'none';
}

/** A session as it is shown to who reviews it. */
export function drawnOf(row: Counted, rules: ReadonlyMap<string, QualityRule>): Drawn {
  const { conversation, k, session } = row;
  return {
    conversation,
    k,
    start: session.start,
    last: session.last,
    agents: [...new Set(session.episodes.flatMap(({ turns }) => turns.map(({ agent }) => agent)))],
    groups: [...new Set(session.episodes.flatMap(({ group }) => group ?? []))],
    score: scoreOf(row, rules),
    critical: session.hits.some(({ rule }) => rules.get(rule)?.critical === true),
    reason: reasonOf(row, rules),
  };
}

/** Takes from the lists in turn, so that each is there before one is there twice. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list[n] ?? [])).flat() as T[];
}

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly T[])[] {
  const by = new Map<string, T[]>();
  for (const row of rows) by.set(keyOf(row), [...(by.get(keyOf(row)) ?? []), row]);
  // By name, so that the order of the log decides nothing.
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
}

/**
 * Draws `size` of the sessions in which an agent took part. Critical ones come first; the rest is stratified: the bands of
 * scores take turns, within a band the agents, and of an agent the reasons. Who comes first in a stratum is by lot, which the
 * seed decides: the same sessions and seed give the same sample.
 */
export function drawSample(
  rows: readonly Counted[],
  rules: readonly QualityRule[],
  { seed, size }: { readonly seed: string; readonly size: number },
): readonly Drawn[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const lots = rows
    .filter(({ session }) => session.episodes.some(({ turns }) => turns.length > 0))
    .map((row) => ({ drawn: drawnOf(row, byId), lot: lot(seed, row.conversation, row.k) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ drawn }) => drawn);
  const critical = lots.filter((one) => one.critical);
  const rest = lots.filter((one) => !one.critical);
  const ofAgent = (all: readonly Drawn[]) => inTurn(groups(all, ({ reason }) => reason));
  const ofBand = (all: readonly Drawn[]) => inTurn(groups(all, ({ agents }) => agents[0] ?? '').map(ofAgent));
  const stratified = inTurn(groups(rest, ({ score }) => String(bandOf(score))).map(ofBand));
  return [...critical, ...stratified].slice(0, size);
}
