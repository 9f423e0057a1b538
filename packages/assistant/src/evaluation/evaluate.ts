import { type Abstention, inScopeOf } from '../understanding/abstain.ts';
import type { Example, Recogniser } from '../understanding/recogniser.ts';
import { bootstrap, type Interval, type Statistic } from './bootstrap.ts';
import { accuracy, atThreshold, auroc, inScopeAt, macroF1, type Tried } from './figures.ts';

/** A figure with its 95 % interval. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/** What a recogniser reaches on rows that it has not seen. */
export interface Evaluation {
  /** Rows of known classes, and out of scope. */
  readonly rows: number;
  readonly outOfScope: number;
  /** Rows whose class no training row has; they count as wrong. */
  readonly unseen: number;
  /** Shares of the rows of known classes, nothing refused. */
  readonly accuracy: Figure;
  readonly macroF1: Figure;
  readonly top3: Figure;
  /** The rest needs rows out of scope and an abstention. */
  readonly auroc?: Figure | undefined;
  readonly inScopeAt80?: Figure | undefined;
  /** At the threshold that the abstention chose by itself, without any row out of scope. */
  readonly atThreshold?: { readonly inScope: number; readonly oosRecall: number } | undefined;
  /** Mean time of a query. */
  readonly microseconds: number;
}

/** Where the abstention is as sure as not. */
const EVEN = 0.5;

/**
 * Tries a recogniser on labelled rows.
 *
 * @param monotonic - milliseconds that only go forward, for the time of a query.
 * @param oos - label of the rows that belong to no class.
 */
export function evaluate(
  recogniser: Recogniser,
  rows: readonly Example[],
  {
    abstention,
    oos,
    monotonic,
  }: {
    readonly abstention?: Abstention | undefined;
    readonly oos?: string | undefined;
    readonly monotonic: () => number;
  },
): Evaluation {
  const started = monotonic();
  const tried = rows.map(({ text, label }): Tried => {
    const { ranked, signals } = recogniser.recognise(text, 3);
    return {
      label,
      said: ranked.map((one) => one.label),
      certainty: abstention ? inScopeOf(abstention, signals) : (signals[0] ?? 0),
    };
  });
  const microseconds = ((monotonic() - started) * 1000) / Math.max(1, rows.length);
  const known = tried.filter(({ label }) => label !== oos);
  const figure = (of: readonly Tried[], statistic: Statistic): Figure => ({
    value: statistic(new Uint16Array(of.length).fill(1)),
    interval: bootstrap(of.length, statistic),
  });
  const labels = new Set(recogniser.labels);
  const foreign = tried.length - known.length;
  return {
    rows: known.length,
    outOfScope: foreign,
    unseen: known.filter(({ label }) => !labels.has(label)).length,
    accuracy: figure(known, accuracy(known)),
    macroF1: figure(known, macroF1(known)),
    top3: figure(known, accuracy(known, 3)),
    ...(oos !== undefined && foreign > 0 && known.length > 0
      ? {
          auroc: figure(tried, auroc(tried, oos)),
          inScopeAt80: figure(tried, inScopeAt(tried, oos)),
          ...(abstention ? { atThreshold: atThreshold(tried, oos, EVEN) } : {}),
        }
      : {}),
    microseconds,
  };
}
