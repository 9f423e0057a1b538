/** All lists of an index in flat arrays: six bytes for a key in a document. */
export interface Postings {
  /** Number of each key. */
  readonly ids: ReadonlyMap<string, number>;
  /** Where each key's list begins, and where the last one ends. */
  readonly at: Int32Array;
  /** Documents of all lists, one list after the other, each in ascending order. */
  readonly docs: Int32Array;
  /** Weight of the key in the document at a place of `docs`. */
  readonly lists: (place: number) => number;
  /** Sum of weights of each document. */
  readonly lengths: Float32Array;
}

/** Weights are kept in steps of 1 / 8192, up to 8; rounded up, so that a bound they met stays met. */
const STEPS = 8192;

/** Documents that are read, and places that are sorted in, in one step: some milliseconds. */
const AT_ONCE = 100;
const SORTED_AT_ONCE = 1 << 18;

/** Keys of documents are gathered in pieces of this many, each let go once it is sorted in. */
const PIECE = 1 << 16;

interface Piece {
  readonly keys: Int32Array;
  readonly weights: Uint16Array;
}

/** Reads each document once and keeps none, so that a base is as large as its lists and not as its maps. */
export function* postingSteps(documents: Iterable<ReadonlyMap<string, number>>): Generator<undefined, Postings> {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const sizes: number[] = [];
  const sums: number[] = [];
  const pieces: (Piece | undefined)[] = [];
  let piece: Piece | undefined;
  let used = 0;
  let total = 0;
  for (const document of documents) {
    let sum = 0;
    for (const [key, weight] of document) {
      let id = ids.get(key);
      if (id === undefined) {
        id = frequency.length;
        ids.set(key, id);
        frequency.push(1);
      } else frequency[id] = (frequency[id] as number) + 1;
      if (!piece || used === PIECE) {
        piece = { keys: new Int32Array(PIECE), weights: new Uint16Array(PIECE) };
        pieces.push(piece);
        used = 0;
      }
      piece.keys[used] = id;
      piece.weights[used++] = Math.min(65_535, Math.ceil(weight * STEPS));
      sum += weight;
    }
    sizes.push(document.size);
    sums.push(sum);
    total += document.size;
    if (sizes.length % AT_ONCE === 0) yield;
  }

  const at = new Int32Array(frequency.length + 1);
  frequency.forEach((length, id) => {
    at[id + 1] = (at[id] as number) + length;
  });
  const docs = new Int32Array(total);
  const weights = new Uint16Array(total);
  const filled = at.slice();
  let n = 0;
  for (let doc = 0; doc < sizes.length; doc++)
    for (let left = sizes[doc] as number; left > 0; left--, n++) {
      const from = pieces[Math.floor(n / PIECE)] as Piece;
      const place = n % PIECE;
      if (place === 0 && n > 0) pieces[n / PIECE - 1] = undefined;
      const id = from.keys[place] as number;
      const to = (filled[id] as number)++;
      docs[to] = doc;
      weights[to] = from.weights[place] as number;
      if (n % SORTED_AT_ONCE === 0) yield;
    }
  return {
    ids,
    at,
    docs,
    lists: (place) => (weights[place] as number) / STEPS,
    lengths: Float32Array.from(sums),
  };
}
