import { expect, test } from 'vitest';
import { bootstrap } from '../src/evaluation/bootstrap.ts';
import { evaluate } from '../src/evaluation/evaluate.ts';
import { accuracy, atThreshold, auroc, inScopeAt, macroF1, type Tried } from '../src/evaluation/figures.ts';
import { trainRecogniser } from '../src/understanding/recogniser.ts';

const once = (rows: readonly Tried[]) => new Uint16Array(rows.length).fill(1);
const row = (label: string, best: string, certainty: number, ...more: string[]): Tried => ({
  label,
  said: [best, ...more],
  certainty,
});
const rows = [
  row('a', 'a', 0.9),
  row('a', 'b', 0.8, 'a'),
  row('b', 'b', 0.4),
  row('oos', 'a', 0.6),
  row('oos', 'b', 0.1),
];
const known = rows.slice(0, 3);

test('accuracy, the right one among three, and the mean of F1 over classes', () => {
  expect(accuracy(known)(once(known))).toBeCloseTo(2 / 3);
  expect(accuracy(known, 3)(once(known))).toBe(1);
  // a: precision 1, recall 1/2; b: precision 1/2, recall 1.
  expect(macroF1(known)(once(known))).toBeCloseTo(2 / 3);
});

test('abstention: how often what is known is surer, and what is left when most of the foreign is refused', () => {
  // Of six pairs of a known and a foreign row five are in order.
  expect(auroc(rows, 'oos')(once(rows))).toBeCloseTo(5 / 6);
  expect(auroc([row('a', 'a', 0.5), row('oos', 'a', 0.5)], 'oos')(new Uint16Array([1, 1]))).toBe(0.5);
  expect(inScopeAt(rows, 'oos')(once(rows))).toBeCloseTo(1 / 3);
  expect(inScopeAt(rows, 'oos', 0.5)(once(rows))).toBeCloseTo(2 / 3);
  expect(atThreshold(rows, 'oos', 0.5)).toEqual({ inScope: 1 / 3, oosRecall: 0.5 });
});

test('an interval holds the figure, is the same every time, and is narrower with more rows', () => {
  const share = (times: Uint16Array) => times.slice(0, times.length / 2).reduce((a, b) => a + b, 0) / times.length;
  const [low, high] = bootstrap(100, share);
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
  expect(bootstrap(100, share)).toEqual([low, high]);
  const [lower, higher] = bootstrap(10_000, share);
  expect(higher - lower).toBeLessThan(high - low);
});

test('a recogniser is tried on rows: unseen classes count as wrong, time is taken from the clock that is handed in', () => {
  const recogniser = trainRecogniser([
    { text: 'where is my parcel', label: 'track' },
    { text: 'track my parcel', label: 'track' },
    { text: 'i want my money back', label: 'refund' },
    { text: 'give my money back', label: 'refund' },
  ]);
  let clock = 0;
  const result = evaluate(
    recogniser,
    [
      { text: 'parcel where', label: 'track' },
      { text: 'money back please', label: 'refund' },
      { text: 'hello', label: 'greet' },
    ],
    { monotonic: () => (clock += 3) },
  );
  expect(result).toMatchObject({ rows: 3, outOfScope: 0, unseen: 1, microseconds: 1000 });
  expect(result.accuracy.value).toBeCloseTo(2 / 3);
  expect(result.auroc).toBeUndefined();
});
