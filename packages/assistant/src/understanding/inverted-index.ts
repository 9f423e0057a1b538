import { finish } from '../finish.ts';
import { type Postings, postingSteps } from './postings.ts';

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

/** Of a key in more documents than this only those are read that say it most plainly: short ones before long ones. */
const CHAMPIONS = 6_000;

/**
 * Builds a BM25 index (k1 1.2, b 0.4) over weighted keys: each document is a map from key to weighted count. In steps of
 * some milliseconds, so that whoever runs them can answer others in between.
 */
export function* indexSteps(docs: Iterable<ReadonlyMap<string, number>>): Generator<undefined, InvertedIndex> {
  return indexOf(yield* postingSteps(docs));
}

/** Builds an index at once. */
export const buildIndex = (docs: Iterable<ReadonlyMap<string, number>>): InvertedIndex => finish(indexSteps(docs));

function indexOf({ ids, lists, at, docs, lengths }: Postings): InvertedIndex {
  const size = lengths.length;
  const mean = size > 0 ? lengths.reduce((sum, length) => sum + length, 0) / size : 1;
  const norms = lengths.map((length) => K1 * (1 - B + (B * length) / mean));
  const frequency = (id: number): number => (at[id + 1] as number) - (at[id] as number);
  const impact = (place: number): number => {
    const tf = lists(place);
    return (tf * (K1 + 1)) / (tf + (norms[docs[place] as number] as number));
  };
  const champions = new Map<number, Int32Array>();
  for (let id = 0; id < ids.size; id++)
    if (frequency(id) > CHAMPIONS) champions.set(id, strongest(at[id] as number, at[id + 1] as number, impact));

  const top = Math.log(1 + size);
  const rarities = new Float32Array(ids.size);
  for (let id = 0; id < rarities.length; id++)
    rarities[id] = Math.max(0.25, Math.min(1, Math.log(1 + size / frequency(id)) / top));

  const scores = new Float32Array(size);
  const touched = new Int32Array(size);

  return {
    size,
    has: (key) => ids.has(key),
    rarity(key) {
      const id = ids.get(key);
      return id === undefined ? 1 : (rarities[id] as number);
    },
    weight(doc, key) {
      const id = ids.get(key);
      if (id === undefined) return 0;
      const place = find(docs, doc, at[id] as number, at[id + 1] as number);
      return place < 0 ? 0 : lists(place);
    },
    search(units, limit, accept) {
      let n = 0;
      let read = 0;
      let used = 0;
      const known = [...units].flatMap(([key, weight]) => {
        const id = ids.get(key);
        return id === undefined ? [] : [{ id, n: frequency(id), weight }];
      });
      // Rare keys first. Common ones tell little and cost most, so they are left out once enough was read: the time
      // of a turn is bounded whatever the size of the shop.
      known.sort((a, b) => a.n - b.n);
      for (const { id, n: df, weight } of known) {
        const some = champions.get(id);
        const length = some?.length ?? df;
        if (used >= ALWAYS && read + length > READ) break;
        used++;
        read += length;
        const worth = weight * Math.log(1 + (size - df + 0.5) / (df + 0.5));
        const from = at[id] as number;
        for (let i = 0; i < length; i++) {
          const place = some ? (some[i] as number) : from + i;
          const doc = docs[place] as number;
          if (scores[doc] === 0) touched[n++] = doc;
          scores[doc] = (scores[doc] as number) + worth * impact(place) + 1e-9;
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
        let place = best.length;
        while (place > 0 && (best[place - 1] as Hit).score < score) place--;
        best.splice(place, 0, { doc, score });
        if (best.length > limit) best.pop();
        if (best.length === limit) least = (best[limit - 1] as Hit).score;
      }
      return best;
    },
  };
}

/** The places of a list whose impact is highest, in the order of the list. */
function strongest(from: number, to: number, impact: (place: number) => number): Int32Array {
  const impacts = new Float32Array(to - from);
  for (let i = 0; i < impacts.length; i++) impacts[i] = impact(from + i);
  const least = impacts.slice().sort()[impacts.length - CHAMPIONS] as number;
  const kept = new Int32Array(CHAMPIONS);
  let n = 0;
  for (const bound of [(x: number) => x > least, (x: number) => x === least])
    for (let i = 0; i < impacts.length && n < CHAMPIONS; i++) if (bound(impacts[i] as number)) kept[n++] = from + i;
  return kept.sort();
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
