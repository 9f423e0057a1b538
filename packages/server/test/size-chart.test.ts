import { expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const price = { amount: 1000, currency: 'CNY' };
const chart = (sizes: unknown) => {
  const { knowledge, report } = loadFolder(makeFolder({ 'products.json': [{ id: 'p', title: 'Robe', price, sizes }] }));
  return [knowledge.products[0]?.sizes, ...report.notes.map(({ level, reason }) => `${level}: ${reason}`)];
};

test('a size chart is taken as it stands', () => {
  const sizes = [
    { size: 'S', height: [150, 162], weight: [40, 52] },
    { size: 'M', height: [160.5, 172] },
  ];
  expect(chart(sizes)).toEqual([sizes]);
  expect(chart(undefined)).toEqual([undefined]);
});

test.each([
  ['S M L', 'flagged: the size chart is no list of 1 to 30 sizes; the chart was left out'],
  [[], 'flagged: the size chart is no list of 1 to 30 sizes; the chart was left out'],
  [[{ height: [1, 2] }], 'flagged: a row of the size chart has no size; the chart was left out'],
  [[{ size: 'S' }], 'flagged: the size "S" of the chart has neither height nor weight; the chart was left out'],
  [
    [{ size: 'S', height: [170, 150] }],
    'flagged: the bounds of the size "S" are not two numbers, the smaller first; the chart was left out',
  ],
  [
    [{ size: 'S', weight: ['40', 50] }],
    'flagged: the bounds of the size "S" are not two numbers, the smaller first; the chart was left out',
  ],
])('%j is left out whole, and the product is kept', (sizes, note) => {
  expect(chart(sizes)).toEqual([undefined, note]);
});
