import type { Grams } from '../text/grams.ts';

/** A text as a point of unit length in the space of the known terms; terms that are known to none are left out. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's terms, by weight, that are known. */
  readonly known: number;
}

/** Turns texts to vectors with the rarities of the texts it was built from. */
export interface Vectoriser {
  /** How many terms are known. */
  readonly size: number;
  vector(grams: Grams): SparseVector;
}

/**
 * A vectoriser over the terms that at least `least` texts have: what a term weighs times its smoothed inverse document
 * frequency. A term of one text alone tells classes apart no better and makes two thirds of the weights.
 */
export function buildVectoriser(texts: readonly Grams[], least = 1): Vectoriser {
  const counts = new Map<number, number>();
  for (const grams of texts) for (const term of grams.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const ids = new Map<number, number>();
  const frequency: number[] = [];
  for (const [term, count] of counts)
    if (count >= least) {
      ids.set(term, frequency.length);
      frequency.push(count);
    }
  const rarity = Float32Array.from(frequency, (count) => Math.log((1 + texts.length) / (1 + count)) + 1);
  const rarest = Math.log(1 + texts.length) + 1;

  return {
    size: ids.size,
    vector(grams) {
      const found = new Int32Array(grams.size);
      const values = new Float32Array(grams.size);
      let n = 0;
      let square = 0;
      let unknown = 0;
      for (const [term, weight] of grams) {
        const id = ids.get(term);
        if (id === undefined) {
          unknown += weight * rarest;
          continue;
        }
        const value = weight * (rarity[id] as number);
        found[n] = id;
        values[n++] = value;
        square += value * value;
      }
      const length = Math.sqrt(square) || 1;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        sum += values[i] as number;
        values[i] = (values[i] as number) / length;
      }
      return { ids: found.slice(0, n), values: values.slice(0, n), known: sum > 0 ? sum / (sum + unknown) : 0 };
    },
  };
}
