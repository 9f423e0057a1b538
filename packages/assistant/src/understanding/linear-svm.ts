import type { SparseVector } from './vectoriser.ts';

/** Linear classifiers, one a class, over the same terms. */
export interface LinearModel {
  readonly classes: number;
  /** Weights by term, those of all classes of a term side by side. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What training may be told. */
export interface SvmOptions {
  /** Cost of a row on the wrong side; 0.5 when left out. */
  readonly cost?: number | undefined;
  /** Most passes over the rows of a class; 8 when left out. */
  readonly passes?: number | undefined;
  /** Largest violation of the optimum at which training stops; 0.5 when left out: nearer to it is no more right. */
  readonly tolerance?: number | undefined;
}

/** xorshift32: the order of rows is the same every time, so that the same rows make the same weights. */
function shuffler(seed: number): (list: Int32Array, length: number) => void {
  let state = seed;
  return (list, length) => {
    for (let i = length - 1; i > 0; i--) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const j = (state >>> 0) % (i + 1);
      const other = list[j] as number;
      list[j] = list[i] as number;
      list[i] = other;
    }
  };
}

/**
 * Trains one-vs-rest support vector machines with squared hinge loss by dual coordinate descent with shrinking
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008,
 * algorithm 3). The bias is a term of value 1 that every row has. A step is one class, so that others may run in between.
 *
 * @param rows - vectors of unit length.
 * @param labels - class of each row, from 0.
 */
export function* svmSteps(
  rows: readonly SparseVector[],
  labels: ArrayLike<number>,
  classes: number,
  terms: number,
  { cost = 0.5, passes = 8, tolerance = 0.5 }: SvmOptions = {},
): Generator<undefined, LinearModel> {
  const weights = new Float32Array(terms * classes);
  const bias = new Float32Array(classes);
  const diagonal = 1 / (2 * cost);
  const square = Float64Array.from(rows, ({ values }) => values.reduce((sum, v) => sum + v * v, 1) + diagonal);
  const shuffle = shuffler(0x2f6e2b1);
  const w = new Float64Array(terms);
  const alpha = new Float64Array(rows.length);
  const order = new Int32Array(rows.length);
  for (let k = 0; k < classes; k++) {
    w.fill(0);
    alpha.fill(0);
    for (let i = 0; i < order.length; i++) order[i] = i;
    let b = 0;
    let active = rows.length;
    let most = Number.POSITIVE_INFINITY;
    for (let pass = 0; pass < passes; pass++) {
      let high = Number.NEGATIVE_INFINITY;
      let low = Number.POSITIVE_INFINITY;
      shuffle(order, active);
      for (let at = 0; at < active; at++) {
        const i = order[at] as number;
        const { ids, values } = rows[i] as SparseVector;
        const y = labels[i] === k ? 1 : -1;
        let score = b;
        for (let j = 0; j < ids.length; j++) score += (w[ids[j] as number] as number) * (values[j] as number);
        const a = alpha[i] as number;
        const gradient = y * score - 1 + a * diagonal;
        if (a === 0 && gradient > most) {
          // Far on the right side: looked at no more in this round of shrinking.
          active--;
          order[at] = order[active] as number;
          order[active] = i;
          at--;
          continue;
        }
        const projected = a === 0 ? Math.min(0, gradient) : gradient;
        high = Math.max(high, projected);
        low = Math.min(low, projected);
        if (Math.abs(projected) < 1e-12) continue;
        const next = Math.max(0, a - gradient / (square[i] as number));
        const step = (next - a) * y;
        alpha[i] = next;
        b += step;
        for (let j = 0; j < ids.length; j++) {
          const id = ids[j] as number;
          w[id] = (w[id] as number) + step * (values[j] as number);
        }
      }
      if (high - low <= tolerance) {
        if (active === rows.length) break;
        active = rows.length;
        most = Number.POSITIVE_INFINITY;
      } else most = high > 0 ? high : Number.POSITIVE_INFINITY;
    }
    bias[k] = b;
    for (let id = 0; id < terms; id++) weights[id * classes + k] = w[id] as number;
    yield;
  }
  return { classes, weights, bias };
}

/** How far on its own side of each class a text is: about 1 for a clear member, −1 for none. */
export function scoreLinear({ classes, weights, bias }: LinearModel, { ids, values }: SparseVector): Float32Array {
  const scores = Float32Array.from(bias);
  for (let j = 0; j < ids.length; j++) {
    const from = (ids[j] as number) * classes;
    const value = values[j] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[from + k] as number);
  }
  return scores;
}
