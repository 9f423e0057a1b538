import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../src/library/library.ts';

/** The names of the intents, from their one-line meanings. */
const INTENTS = [
  ...readFileSync(new URL('intents/meanings.md', import.meta.url), 'utf8').matchAll(/^- `([a-z.]+)`/gm),
].map(([, id]) => id);

const FEWEST = 40;
const ALIKE = 0.8;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

/** Edits that make one text the other; `Infinity` as soon as there are more than `most`. */
function edits(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How many of its characters a text has in each of 64 bins: a bound on edits that is quick to tell. */
function binsOf(text: string): Uint8Array {
  const bins = new Uint8Array(64);
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) & 63;
    bins[at] = (bins[at] ?? 0) + 1;
  }
  return bins;
}

interface Text {
  readonly plain: string;
  readonly bins: Uint8Array;
}

const read = (text: string): Text => {
  const bare = plain(text) || text;
  return { plain: bare, bins: binsOf(bare) };
};

/** Whether more than the bound of the characters of two texts are the same, in order. */
function alike(a: Text, b: Text): boolean {
  const length = Math.max(a.plain.length, b.plain.length);
  const most = Math.ceil(length * (1 - ALIKE)) - 1;
  if (Math.abs(a.plain.length - b.plain.length) > most) return false;
  let more = 0;
  let less = 0;
  for (let i = 0; i < 64; i++) {
    const difference = (a.bins[i] ?? 0) - (b.bins[i] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less) <= most && edits(a.plain, b.plain, most) <= most;
}

test('likeness is counted in edits', () => {
  expect(alike(read('whereismyorder'), read('whereismyorders'))).toBe(true);
  expect(alike(read('在吗'), read('在么'))).toBe(false);
  expect(alike(read('运费怎么算啊啊啊啊啊'), read('运费怎么算啊啊啊啊呀'))).toBe(true);
  expect(alike(read('退货'), read('退货'))).toBe(true);
});

describe.each(['zh-CN', 'en'] as const)('the library in %s', (lang) => {
  test(`has every intent, each with ${FEWEST} phrasings and more`, async () => {
    const { examples } = await loadLibrary(lang);
    const counts = new Map<string, number>();
    for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([...INTENTS].sort());
    expect([...counts].filter(([, count]) => count < FEWEST)).toEqual([]);
  });

  test(`has no two phrasings more than ${ALIKE} alike`, async () => {
    const { examples } = await loadLibrary(lang);
    const texts = examples.map(({ text, label }) => ({ text, label, ...read(text) }));
    const found: string[] = [];
    texts.forEach((one, i) => {
      for (let j = i + 1; j < texts.length; j++) {
        const other = texts[j];
        if (other && alike(one, other)) found.push(`${one.label} ${one.text} ~ ${other.label} ${other.text}`);
      }
    });
    expect(found).toEqual([]);
  });
});
