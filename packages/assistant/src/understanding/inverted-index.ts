/** A found document and its raw BM25 score, which ranks but is no confidence. */
export interface Hit {
  readonly doc: number;
  readonly score: number;
}

/** A finished index. Documents are numbered in the order they were added. */
export interface InvertedIndex {
  readonly size: number;
  /** Share of rarity in 0 … 1: 1 for a key in no document. */
  rarity(key: string): number;
  has(key: string): boolean;
  /** Weight of a key in a document, 0 when it does not occur. */
  weight(doc: number, key: string): number;
  /** The best `limit` documents, among those that `accept` lets through. */
  search(units: ReadonlyMap<string, number>, limit: number, accept?: (doc: number) => boolean): readonly Hit[];
}

const K1 = 1.2;
const B = 0.4;

/** Postings that one search reads at most, beyond the rarest keys, which are always read. */
const READ = 12_000;
const ALWAYS = 3;

/** Builds a BM25 index (k1 1.2, b 0.4) over weighted keys: each document is a map from key to weighted count. */
export function buildIndex(docs: readonly ReadonlyMap<string, number>[]): InvertedIndex {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  let total = 0;
  const lengths = docs.map((doc) => {
    let length = 0;
    for (const [key, weight] of doc) {
      length += weight;
      const id = ids.get(key);
      if (id === undefined) {
        ids.set(key, frequency.length);
        frequency.push(1);
      } else frequency[id] = (frequency[id] ?? 0) + 1;
    }
    total += length;
    return length;
  });
  const mean = docs.length > 0 ? total / docs.length : 1;

  // One array for all lists, each with its place in it: most keys are rare, and an array each would be mostly header.
  const listAt = places(frequency);
  const listed = listAt[frequency.length] as number;
  const listDocs = new Int32Array(listed);
  const listImpacts = new Float32Array(listed);
  const filled = listAt.slice();
  // Weights of a document's keys, kept beside its sorted key numbers: a map a document would take ten times the room.
  const ownAt = places(docs.map(({ size }) => size));
  const ownKeys = new Int32Array(listed);
  const ownWeights = new Float32Array(listed);
  docs.forEach((doc, d) => {
    const start = ownAt[d] as number;
    const end = ownAt[d + 1] as number;
    let k = start;
    for (const [key, tf] of doc) {
      const id = ids.get(key) as number;
      ownKeys[k++] = id;
      const df = frequency[id] as number;
      const idf = Math.log(1 + (docs.length - df + 0.5) / (df + 0.5));
      const at = (filled[id] as number)++;
      listDocs[at] = d;
      listImpacts[at] = (idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * (lengths[d] as number)) / mean));
    }
    ownKeys.subarray(start, end).sort();
    for (const [key, weight] of doc) ownWeights[find(ownKeys, ids.get(key) as number, start, end)] = weight;
  });

  const scores = new Float32Array(docs.length);
  const touched = new Int32Array(docs.length);
  const top = Math.log(1 + docs.length);
  const rarities = Float32Array.from(frequency, (n) =>
    Math.max(0.25, Math.min(1, Math.log(1 + docs.length / n) / top)),
  );

  return {
    size: docs.length,
    has: (key) => ids.has(key),
    rarity(key) {
      const id = ids.get(key);
      return id === undefined ? 1 : (rarities[id] as number);
    },
    weight(doc, key) {
      const id = ids.get(key);
      if (id === undefined) return 0;
      const at = find(ownKeys, id, ownAt[doc] as number, ownAt[doc + 1] as number);
      return at < 0 ? 0 : (ownWeights[at] as number);
    },
    search(units, limit, accept) {
      let n = 0;
      let read = 0;
      let used = 0;
      const known = [...units].flatMap(([key, weight]) => {
        const id = ids.get(key);
        return id === undefined ? [] : [{ id, n: frequency[id] as number, weight }];
      });
      // Rare keys first. Common ones tell little and cost most, so they are left out once enough was read: the time
      // of a turn is bounded whatever the size of the shop.
      known.sort((a, b) => a.n - b.n);
      for (const { id, n: length, weight } of known) {
        if (used >= ALWAYS && read + length > READ) break;
        used++;
        read += length;
        const end = listAt[id + 1] as number;
        for (let i = listAt[id] as number; i < end; i++) {
          const doc = listDocs[i] as number;
          if (scores[doc] === 0) touched[n++] = doc;
          scores[doc] = (scores[doc] as number) + weight * (listImpacts[i] as number) + 1e-9;
        }
      }
      const best: { doc: number; score: number }[] = [];
      let least = 0;
      for (let i = 0; i < n; i++) {
        const doc = touched[i] as number;
        const score = scores[doc] as number;
        scores[doc] = 0;
        if (best.length === limit && score <= least) continue;
        if (accept && !accept(doc)) continue;
        let at = best.length;
        while (at > 0 && (best[at - 1] as Hit).score < score) at--;
        best.splice(at, 0, { doc, score });
        if (best.length > limit) best.pop();
        if (best.length === limit) least = (best[limit - 1] as Hit).score;
      }
      return best;
    },
  };
}

/** Where each of many lists begins when they stand one after the other, and where the last one ends. */
function places(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, n) => {
    starts[n + 1] = (starts[n] as number) + length;
  });
  return starts;
}

/** The place of a value between `start` and `end`, where the values are sorted; -1 when it is not there. */
function find(sorted: Int32Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as number;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
