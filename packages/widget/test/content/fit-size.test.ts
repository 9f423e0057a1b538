import type { SizeRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { fitSize } from '../../src/content/fit-size.ts';

const row = (size: string, height: readonly [number, number], weight: readonly [number, number]): SizeRow => ({
  size,
  cells: [],
  fits: { height, weight },
});
const ROWS = [row('S', [155, 165], [45, 55]), row('M', [165, 175], [55, 70]), row('L', [172, 182], [66, 82])];

test('the only size that fits is taken', () => {
  expect(fitSize(ROWS, { height: 160, weight: 50 })).toEqual({ yours: 0 });
});

test('where two fit, the smaller is taken and the larger offered', () => {
  expect(fitSize(ROWS, { height: 172, weight: 66 })).toEqual({ yours: 1, between: { small: 1, large: 2 } });
});

test('where the measures disagree, the larger is taken, which can be worn', () => {
  expect(fitSize(ROWS, { height: 180, weight: 50 })).toEqual({ yours: 2, between: { small: 0, large: 2 } });
});

test('a measure outside of the table fits nothing, and one that the table does not know decides nothing', () => {
  expect(fitSize(ROWS, { height: 195, weight: 66 })).toBeUndefined();
  expect(fitSize(ROWS, { height: 160, weight: 50, chest: 300 })).toEqual({ yours: 0 });
  expect(fitSize(ROWS, { chest: 90 })).toBeUndefined();
});
