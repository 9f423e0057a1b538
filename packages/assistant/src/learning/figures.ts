import type { Played } from './replay.ts';

/** What a replay comes to: shares of 1. A share of nothing is null. */
export interface ReplayFigures {
  readonly rows: number;
  /** Messages that were answered, of all. */
  readonly answered: number | null;
  /** Right answers, of those given of which it is known. */
  readonly precision: number | null;
  /** How many that are. */
  readonly judged: number;
  /** Wrong answers. */
  readonly wrong: number;
  /** Messages with a known right answer that it gave or thought of among the first three, of all of those. */
  readonly top3: number | null;
  /** Messages that wanted a person and got none. */
  readonly wronglyKept: number | null;
  /** Messages with a known right answer that went to a person. */
  readonly wronglyHandedOver: number | null;
  /** 95 of a hundred turns took no longer, in milliseconds. */
  readonly p95Ms: number | null;
}

const AMONG = 3;

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The value below which so much of a list lies (nearest rank). */
function quantile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? null;
}

/** Counts what a replay came to. */
export function figuresOf(played: readonly Played[]): ReplayFigures {
  const answered = played.filter(({ did }) => did === 'answered');
  const judged = answered.filter(({ verdict }) => verdict !== 'unknown');
  const known = played.filter(({ row }) => row.truth.right.length > 0);
  const person = played.filter(({ row }) => row.truth.person);
  return {
    rows: played.length,
    answered: share(answered.length, played.length),
    precision: share(judged.filter(({ verdict }) => verdict === 'right').length, judged.length),
    judged: judged.length,
    wrong: judged.filter(({ verdict }) => verdict === 'wrong').length,
    top3: share(
      known.filter(
        ({ row, near, given, verdict }) =>
          verdict === 'right' ||
          [...(given === undefined ? [] : [given]), ...near.slice(0, AMONG).map(({ id }) => id)].some((id) =>
            row.truth.right.includes(id),
          ),
      ).length,
      known.length,
    ),
    wronglyKept: share(person.filter(({ did }) => did !== 'person').length, person.length),
    wronglyHandedOver: share(known.filter(({ did }) => did === 'person').length, known.length),
    p95Ms: quantile(
      played.map(({ ms }) => ms),
      0.95,
    ),
  };
}

/** The same for each group, the largest first. */
export function figuresBy(
  played: readonly Played[],
  by: 'lang' | 'intent',
): readonly (readonly [name: string, figures: ReplayFigures])[] {
  const groups = new Map<string, Played[]>();
  for (const one of played) {
    const group = groups.get(one[by]);
    if (group) group.push(one);
    else groups.set(one[by], [one]);
  }
  return [...groups]
    .map(([name, group]) => [name, figuresOf(group)] as const)
    .sort((a, b) => b[1].rows - a[1].rows || (a[0] < b[0] ? -1 : 1));
}
