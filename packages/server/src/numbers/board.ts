import type { QualityRule } from '../quality/rule.ts';
import { type AgentLoad, agents } from './measures/agents.ts';
import type { Counted, Span } from './measures/counted.ts';
import { type Emotion, emotion } from './measures/emotion.ts';
import { type Handling, handling } from './measures/handling.ts';
import { type AskedProduct, products } from './measures/products.ts';
import { type Quality, quality } from './measures/quality.ts';
import { type Question, questions } from './measures/questions.ts';
import { type ByShopper, byShopperOf, type Resolution, resolution } from './measures/resolution.ts';
import { type RisingWord, risingWords, type Worded } from './measures/rising-words.ts';
import { type Satisfaction, satisfaction } from './measures/satisfaction.ts';
import { type Volume, volume } from './measures/volume.ts';
import { type Waiting, waiting } from './measures/waiting.ts';
import { type WithinAMinute, withinAMinute } from './measures/within-a-minute.ts';

export const WEEK_MS = 7 * 86_400_000;

/** Which sessions are counted. Times in milliseconds since 1970, `to` exclusive. */
export interface BoardQuery {
  readonly from: number;
  readonly to: number;
  readonly shop?: string | undefined;
  /** A group that was asked for, or that an agent who took part is in. */
  readonly group?: string | undefined;
  /** An agent who took part. */
  readonly agent?: string | undefined;
  /** The first part of a language tag. */
  readonly lang?: string | undefined;
}

/** The numbers of the span before, as long as this one, by which a change is told. */
export interface Headline {
  readonly sessions: number;
  readonly minute: { readonly met: number; readonly of: number };
  readonly firstReply?: number | undefined;
  readonly handling?: number | undefined;
  readonly bot: Readonly<Record<'of' | 'resolved' | 'pending', number>>;
  readonly good: number;
  readonly given: number;
}

/** All measures of a span. */
export interface Board {
  readonly from: number;
  readonly to: number;
  readonly days: readonly number[];
  readonly volume: Volume;
  readonly minute: WithinAMinute;
  readonly waiting: Waiting;
  readonly handling: Handling;
  readonly bot: Resolution;
  readonly satisfaction: Satisfaction;
  readonly questions: readonly Question[];
  readonly words: readonly RisingWord[];
  readonly emotion: Emotion;
  readonly products: readonly AskedProduct[];
  readonly agents: readonly AgentLoad[];
  readonly quality: Quality;
  readonly before: Headline;
  /** What there is to filter by, among the sessions of the span. */
  readonly known: {
    readonly shops: readonly string[];
    readonly groups: readonly string[];
    readonly agents: readonly string[];
    readonly langs: readonly string[];
  };
}

/** What the measures cannot find out of the sessions. */
export interface BoardContext extends Omit<Span, 'from' | 'to'> {
  /** What is judged. */
  readonly rules: readonly QualityRule[];
  /** Groups of an agent. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Words of a session. Asked for the two weeks before the end of the span alone. */
  readonly wordsOf: (row: Counted) => readonly string[];
}

const baseOf = (lang: string | undefined): string => (lang ?? '').split('-')[0] ?? '';

const NONE: readonly string[] = [];

const agentsIn = ({ session }: Counted): readonly string[] =>
  session.episodes.length === 0 ? NONE : session.episodes.flatMap(({ turns }) => turns.map(({ agent }) => agent));

const groupsIn = (row: Counted, groups: BoardContext['groups']): readonly string[] =>
  row.session.episodes.length === 0
    ? NONE
    : [
        ...row.session.episodes.flatMap(({ group }) => (group === undefined ? [] : [group])),
        ...agentsIn(row).flatMap((agent) => groups[agent] ?? []),
      ];

/** Whether a session is one that is asked about. Sessions without a word of the shopper are none. */
const wanted =
  ({ shop, group, agent, lang }: BoardQuery, groups: BoardContext['groups']) =>
  (row: Counted): boolean =>
    row.session.lines.shopper > 0 &&
    (shop === undefined || row.shop === shop) &&
    (lang === undefined || baseOf(row.session.lang) === lang) &&
    (agent === undefined || agentsIn(row).includes(agent)) &&
    (group === undefined || groupsIn(row, groups).includes(group));

/** The span of sessions that a board is made of: with the one before it, two weeks for words, and 72 hours after it. */
export const reachOf = ({ from, to }: Pick<BoardQuery, 'from' | 'to'>, againMs: number) => ({
  from: Math.min(from - (to - from), to - 2 * WEEK_MS),
  to: to + againMs,
});

function headline(rows: readonly Counted[], span: Span, byShopper: ByShopper): Headline {
  const { of, resolved, pending } = resolution(rows, span, byShopper);
  const { good, given } = satisfaction(rows, span);
  const { met, of: minutes } = withinAMinute(rows, span);
  return {
    sessions: rows.length,
    minute: { met, of: minutes },
    firstReply: waiting(rows, span).firstReply.median,
    handling: handling(rows, span).work.median,
    bot: { of, resolved, pending },
    good,
    given,
  };
}

/** Makes a board of all sessions of its reach. Pure: the same sessions make the same board. */
export function boardOf(all: readonly Counted[], query: BoardQuery, context: BoardContext): Board {
  const { from, to } = query;
  const { groups, wordsOf, rules, ...rest } = context;
  const span: Span = { ...rest, from, to };
  const counted = all.filter(wanted(query, groups));
  const between = (start: number, end: number) =>
    counted.filter(({ session }) => session.start >= start && session.start < end);
  const rows = between(from, to);
  const week = { lately: between(to - WEEK_MS, to), before: between(to - 2 * WEEK_MS, to - WEEK_MS) };
  const worded = (some: readonly Counted[]): readonly Worded[] => some.map((row) => ({ row, words: wordsOf(row) }));
  const byShopper = byShopperOf(all);
  const length = to - from;
  const unfiltered = all.filter(({ session }) => session.start >= from && session.start < to);
  const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].filter(Boolean).sort();
  return {
    from,
    to,
    days: span.days,
    volume: volume(rows, span),
    minute: withinAMinute(rows, span),
    waiting: waiting(rows, span),
    handling: handling(rows, span),
    bot: resolution(rows, span, byShopper),
    satisfaction: satisfaction(rows, span),
    questions: questions(rows, week),
    words: risingWords(worded(week.lately), worded(week.before)),
    emotion: emotion(rows, span),
    products: products(rows),
    agents: agents(rows, span),
    quality: quality(rows, rules),
    before: headline(
      between(from - length, from),
      { ...span, from: from - length, to: from, days: [from - length] },
      byShopper,
    ),
    known: {
      shops: sorted(unfiltered.map(({ shop }) => shop)),
      groups: sorted([...Object.values(groups).flat(), ...unfiltered.flatMap((row) => groupsIn(row, {}))]),
      agents: sorted([...Object.keys(groups), ...unfiltered.flatMap(agentsIn)]),
      langs: sorted(unfiltered.map(({ session }) => baseOf(session.lang))),
    },
  };
}
