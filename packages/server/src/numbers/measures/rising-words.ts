import { type Bar, talksOf } from './bars.ts';
import type { Counted } from './counted.ts';

const MOST_BARS = 20;
/** A word must be said by so many shoppers of the week: it is nobody's name, and no whim. */
const LEAST_SHOPPERS = 3;
/** From here on a rise is more than chance, in deviations. */
const LEAST_Z = 2;

/** A session of one of the two weeks, with the words that the shopper used in it. */
export interface Worded {
  readonly row: Counted;
  readonly words: readonly string[];
}

/** A word that is said more than the week before. */
export interface RisingWord extends Bar {
  /** Sessions of the week before. */
  readonly before: number;
  /** How far this is beyond chance, in deviations. */
  readonly z: number;
}

const shoppersOf = (rows: readonly Counted[]): number => new Set(rows.map(({ shopper }) => shopper)).size;

/**
 * **Rising words** = words of shoppers in more sessions of the last seven days than the seven before let expect, by how
 * far that is beyond chance: the difference of two shares in deviations of a pooled proportion, with one added to both.
 * Words that fewer than three shoppers used, and words with digits, are not counted.
 */
export function risingWords(lately: readonly Worded[], before: readonly Worded[]): readonly RisingWord[] {
  const now = new Map<string, Counted[]>();
  for (const { row, words } of lately)
    for (const word of words) {
      const rows = now.get(word);
      if (rows) rows.push(row);
      else now.set(word, [row]);
    }
  const then = new Map<string, number>();
  for (const { words } of before)
    for (const word of words) if (now.has(word)) then.set(word, (then.get(word) ?? 0) + 1);
  const [n, m] = [lately.length + 2, before.length + 2];
  const rising: (Omit<RisingWord, 'talks'> & { readonly rows: readonly Counted[] })[] = [];
  for (const [key, rows] of now) {
    const was = then.get(key) ?? 0;
    const pooled = (rows.length + was + 2) / (n + m);
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    const z = ((rows.length + 1) / n - (was + 1) / m) / deviation;
    if (z >= LEAST_Z && rows.length >= LEAST_SHOPPERS && shoppersOf(rows) >= LEAST_SHOPPERS)
      rising.push({ key, n: rows.length, before: was, z: Math.round(z * 10) / 10, rows });
  }
  return rising
    .sort((a, b) => b.z - a.z || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_BARS)
    .map(({ rows, ...bar }) => ({ ...bar, talks: talksOf(rows) }));
}
