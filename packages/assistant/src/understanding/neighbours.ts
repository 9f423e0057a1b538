import type { SparseVector } from './vectoriser.ts';

/** A training row and how like it a text is, 0 … 1. */
export interface Neighbour {
  readonly row: number;
  readonly cosine: number;
}

/** Rows of unit length, to be compared with others. */
export interface Neighbours {
  /** The rows most like a vector, best first; rows that share no term with it are none. */
  nearest(vector: SparseVector, limit: number): readonly Neighbour[];
  /** How like a vector the middle of each class is, 0 … 1. */
  centroids(vector: SparseVector): Float32Array;
  /** Bytes of its tables. */
  readonly bytes: number;
}

/** Postings of all rows and the middle of each class. Cosine of unit vectors is their product. */
export function buildNeighbours(
  rows: readonly SparseVector[],
  labels: ArrayLike<number>,
  classes: number,
  terms: number,
): Neighbours {
  const begin = new Int32Array(terms + 1);
  for (const { ids } of rows) for (const id of ids) begin[id + 1] = (begin[id + 1] as number) + 1;
  for (let id = 0; id < terms; id++) begin[id + 1] = (begin[id + 1] as number) + (begin[id] as number);
  const next = begin.slice();
  const owners = new Int32Array(begin[terms] as number);
  const shares = new Float32Array(owners.length);
  const middles = new Float32Array(terms * classes);
  rows.forEach(({ ids, values }, row) => {
    const label = labels[row] as number;
    for (let j = 0; j < ids.length; j++) {
      const id = ids[j] as number;
      const at = next[id] as number;
      next[id] = at + 1;
      owners[at] = row;
      shares[at] = values[j] as number;
      middles[id * classes + label] = (middles[id * classes + label] as number) + (values[j] as number);
    }
  });
  const lengths = new Float64Array(classes);
  for (let at = 0; at < middles.length; at++)
    lengths[at % classes] = (lengths[at % classes] as number) + (middles[at] as number) ** 2;
  const scale = Float64Array.from(lengths, (square) => 1 / (Math.sqrt(square) || 1));
  for (let at = 0; at < middles.length; at++) middles[at] = (middles[at] as number) * (scale[at % classes] as number);
  const likes = new Float32Array(rows.length);

  return {
    bytes: begin.byteLength + owners.byteLength + shares.byteLength + middles.byteLength,
    nearest({ ids, values }, limit) {
      likes.fill(0);
      for (let j = 0; j < ids.length; j++) {
        const id = ids[j] as number;
        const end = begin[id + 1] as number;
        const value = values[j] as number;
        for (let at = begin[id] as number; at < end; at++) {
          const row = owners[at] as number;
          likes[row] = (likes[row] as number) + value * (shares[at] as number);
        }
      }
      const best: Neighbour[] = [];
      let least = 0;
      for (let row = 0; row < likes.length; row++) {
        const cosine = likes[row] as number;
        if (cosine <= least) continue;
        let at = best.length;
        while (at > 0 && (best[at - 1] as Neighbour).cosine < cosine) at--;
        best.splice(at, 0, { row, cosine });
        if (best.length > limit) best.pop();
        if (best.length === limit) least = (best[limit - 1] as Neighbour).cosine;
      }
      return best;
    },
    centroids({ ids, values }) {
      const likeness = new Float32Array(classes);
      for (let j = 0; j < ids.length; j++) {
        const from = (ids[j] as number) * classes;
        const value = values[j] as number;
        for (let k = 0; k < classes; k++) likeness[k] = (likeness[k] as number) + value * (middles[from + k] as number);
      }
      return likeness;
    },
  };
}
