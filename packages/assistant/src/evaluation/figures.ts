import type { Statistic } from './bootstrap.ts';

/** A row that was tried: what it is, what was said, how sure. */
export interface Tried {
  readonly label: string;
  /** Best first. */
  readonly said: readonly string[];
  /** The surer that it is about any known class, the higher. */
  readonly certainty: number;
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Share of the rows of known classes whose label is among the first `among`. */
export const accuracy =
  (rows: readonly Tried[], among = 1): Statistic =>
  (times) => {
    let right = 0;
    let all = 0;
    rows.forEach(({ label, said }, i) => {
      const n = times[i] as number;
      all += n;
      if (said.slice(0, among).includes(label)) right += n;
    });
    return share(right, all);
  };

/** Mean over the classes that occur of the harmonic mean of precision and recall. */
export const macroF1 =
  (rows: readonly Tried[]): Statistic =>
  (times) => {
    const hits = new Map<string, { right: number; said: number; is: number }>();
    const of = (label: string) => {
      const found = hits.get(label) ?? { right: 0, said: 0, is: 0 };
      hits.set(label, found);
      return found;
    };
    rows.forEach(({ label, said: [best = ''] }, i) => {
      const n = times[i] as number;
      of(label).is += n;
      of(best).said += n;
      if (best === label) of(label).right += n;
    });
    const known = [...hits.values()].filter(({ is }) => is > 0);
    return share(
      known.reduce((sum, { right, said, is }) => sum + share(2 * right, said + is), 0),
      known.length,
    );
  };

/**
 * Area under the curve of the receiver: how often a row of a known class is surer than one that is out of scope (Hanley,
 * McNeil, Radiology 143, 1982); ties count half.
 */
export function auroc(rows: readonly Tried[], oos: string): Statistic {
  const order = [...rows.keys()].sort((a, b) => (rows[a] as Tried).certainty - (rows[b] as Tried).certainty);
  return (times) => {
    let below = 0;
    let area = 0;
    let inside = 0;
    for (let at = 0; at < order.length; ) {
      let tiedIn = 0;
      let tiedOut = 0;
      const { certainty } = rows[order[at] as number] as Tried;
      for (; at < order.length && (rows[order[at] as number] as Tried).certainty === certainty; at++) {
        const n = times[order[at] as number] as number;
        if ((rows[order[at] as number] as Tried).label === oos) tiedOut += n;
        else tiedIn += n;
      }
      area += tiedIn * (below + tiedOut / 2);
      below += tiedOut;
      inside += tiedIn;
    }
    return share(area, inside * below);
  };
}

/** Share of the rows of known classes that are answered rightly where `recall` of what is out of scope is refused. */
export function inScopeAt(rows: readonly Tried[], oos: string, recall = 0.8): Statistic {
  const order = [...rows.keys()].sort((a, b) => (rows[a] as Tried).certainty - (rows[b] as Tried).certainty);
  return (times) => {
    const outside = rows.reduce((sum, { label }, i) => sum + (label === oos ? (times[i] as number) : 0), 0);
    let refused = 0;
    let right = 0;
    let all = 0;
    for (const at of order) {
      const { label, said } = rows[at] as Tried;
      const n = times[at] as number;
      if (label === oos) refused += n;
      else {
        all += n;
        if (refused >= recall * outside && said[0] === label) right += n;
      }
    }
    return share(right, all);
  };
}

/** In-scope accuracy, a refused row counting as wrong, and the share of rows out of scope that are refused. */
export const atThreshold = (
  rows: readonly Tried[],
  oos: string,
  threshold: number,
): { readonly inScope: number; readonly oosRecall: number } => {
  const known = rows.filter(({ label }) => label !== oos);
  const foreign = rows.filter(({ label }) => label === oos);
  return {
    inScope: share(
      known.filter(({ label, said, certainty }) => certainty >= threshold && said[0] === label).length,
      known.length,
    ),
    oosRecall: share(foreign.filter(({ certainty }) => certainty < threshold).length, foreign.length),
  };
};
