import { isObject } from '@xiaoer/core/protocol';

/** A conversation behind a number. */
export interface Talk {
  readonly id: string;
  readonly at: number;
}

/** How some values lie. */
export interface Spread {
  readonly n: number;
  readonly median?: number;
  readonly p90?: number;
}

/** One of several things that are counted. */
export interface Bar {
  readonly key: string;
  readonly n: number;
  readonly talks: readonly Talk[];
}

/** How a session with the bot ended. */
export const OUTCOMES = ['resolved', 'pending', 'repeated', 'abandoned', 'assisted', 'person'] as const;

/** The strongest feeling of a session. */
export const FEELINGS = ['glad', 'calm', 'upset', 'angry'] as const;

type Sums<K extends string> = Readonly<Record<K, number>>;

/** All measures of a span, as the server tells them. Times in milliseconds. docs/numbers.md says what each counts. */
export interface Board {
  readonly from: number;
  readonly to: number;
  readonly volume: { readonly sessions: number; readonly shoppers: number; readonly byDay: readonly number[] };
  readonly minute: Sums<'met' | 'of' | 'outside'> & {
    readonly byDay: readonly Sums<'met' | 'of'>[];
    readonly talks: readonly Talk[];
  };
  readonly waiting: Sums<'asked' | 'givenUp' | 'left' | 'nobody'> & {
    readonly firstReply: Spread;
    readonly queue: Spread;
    readonly byDay: readonly Spread[];
    readonly talks: readonly Talk[];
  };
  readonly handling: { readonly work: Spread; readonly duration: Spread; readonly byDay: readonly Spread[] };
  readonly bot: Sums<'of' | 'contained' | (typeof OUTCOMES)[number]> & {
    readonly byDay: readonly Sums<(typeof OUTCOMES)[number]>[];
    readonly talks: { readonly repeated: readonly Talk[]; readonly abandoned: readonly Talk[] };
  };
  readonly satisfaction: Sums<'asked' | 'given' | 'good'> & {
    readonly scores: readonly number[];
    readonly interval?: readonly [low: number, high: number];
    readonly byDay: readonly Sums<'given' | 'good'>[];
    readonly talks: readonly Talk[];
  };
  readonly questions: readonly (Bar & Sums<'before' | 'lately' | 'missed'>)[];
  readonly words: readonly (Bar & Sums<'before' | 'z'>)[];
  readonly emotion: Sums<'of' | 'calmed' | (typeof FEELINGS)[number]> & {
    readonly byDay: readonly Sums<(typeof FEELINGS)[number]>[];
    readonly talks: readonly Talk[];
  };
  readonly products: readonly (Bar & Sums<'handed'>)[];
  readonly agents: readonly (Sums<'taken' | 'lines' | 'busyMs' | 'atOnce' | 'peak' | 'load' | 'good' | 'ratings'> & {
    readonly agent: string;
    readonly firstReply: Spread;
    readonly handling: Spread;
    readonly talks: readonly Talk[];
  })[];
  readonly quality: Sums<'of' | 'good' | 'critical'> & {
    readonly scores: Spread;
    readonly rules: readonly (Bar & { readonly critical: boolean })[];
    readonly talks: readonly Talk[];
  };
  readonly before: Sums<'sessions' | 'good' | 'given'> & {
    readonly minute: Sums<'met' | 'of'>;
    readonly bot: Sums<'of' | 'resolved' | 'pending'>;
    readonly firstReply?: number;
    readonly handling?: number;
  };
  readonly known: Readonly<Record<'shops' | 'groups' | 'agents' | 'langs', readonly string[]>>;
}

/** A board with what is needed to show it. */
export interface ShownBoard {
  readonly board: Board;
  readonly names: Readonly<Record<'topics' | 'products' | 'agents' | 'rules', Readonly<Record<string, string>>>>;
  /** Days of the span as the shop's wall shows them, `2026-11-22`. */
  readonly days: readonly string[];
}

/** Whether an answer of the server is a board. The server is of the same version; only another page's answer is none. */
export const isShownBoard = (value: unknown): value is ShownBoard =>
  isObject(value) && isObject(value['board']) && isObject(value['names']) && Array.isArray(value['days']);
