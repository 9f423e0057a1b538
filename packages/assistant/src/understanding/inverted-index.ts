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

  const postings = frequency.map((n) => ({ docs: new Int32Array(n), impact: new Float32Array(n), n: 0 }));
  const own = docs.map((doc, d) => {
    const keys = new Int32Array(doc.size);
    let k = 0;
    for (const [key, tf] of doc) {
      const id = ids.get(key) as number;
      keys[k++] = id;
      const list = postings[id] as (typeof postings)[number];
      const df = frequency[id] as number;
      const idf = Math.log(1 + (docs.length - df + 0.5) / (df + 0.5));
      list.docs[list.n] = d;
      list.impact[list.n++] = (idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * (lengths[d] as number)) / mean));
    }
    return keys;
  });
  // Weights of a document's keys, kept beside its sorted key numbers: a map a document would take ten times the room.
  const weights = docs.map((doc, d) => {
    const keys = (own[d] as Int32Array).sort();
    const result = new Float32Array(keys.length);
    for (const [key, weight] of doc) result[find(keys, ids.get(key) as number)] = weight;
    return result;
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
      const at = find(own[doc] as Int32Array, id);
      return at < 0 ? 0 : ((weights[doc] as Float32Array)[at] as number);
    },
    search(units, limit, accept) {
      let n = 0;
      let read = 0;
      let used = 0;
      const known = [...units].flatMap(([key, weight]) => {
        const id = ids.get(key);
        return id === undefined ? [] : [{ list: postings[id] as (typeof postings)[number], weight }];
      });
      // Rare keys first. Common ones tell little and cost most, so they are left out once enough was read: the time
      // of a turn is bounded whatever the size of the shop.
      known.sort((a, b) => a.list.n - b.list.n);
      for (const { list, weight } of known) {
        if (used >= ALWAYS && read + list.n > READ) break;
        used++;
        read += list.n;
        for (let i = 0; i < list.n; i++) {
          const doc = list.docs[i] as number;
          if (scores[doc] === 0) touched[n++] = doc;
          scores[doc] = (scores[doc] as number) + weight * (list.impact[i] as number) + 1e-9;
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

function find(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as number;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
