import type { SizeRow } from '@xiaoer/assistant';
import { isObject } from '@xiaoer/core/protocol';
import { plain } from './field-source.ts';

const MOST = 30;
const LONGEST = 40;

const isBounds = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((one) => typeof one === 'number' && Number.isFinite(one) && one > 0) &&
  Number(value[0]) <= Number(value[1]);

/** Reads a size chart, or says what is wrong with it: half a chart would advise wrongly, so it is left out whole. */
export function readSizes(value: unknown): { readonly sizes: readonly SizeRow[] } | { readonly problem: string } {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST)
    return { problem: `the size chart is no list of 1 to ${MOST} sizes` };
  const sizes: SizeRow[] = [];
  for (const row of value as readonly unknown[]) {
    const size = isObject(row) ? plain(row['size'])?.slice(0, LONGEST) : undefined;
    if (!isObject(row) || size === undefined) return { problem: 'a row of the size chart has no size' };
    const { height, weight } = row;
    if (height === undefined && weight === undefined)
      return { problem: `the size "${size}" of the chart has neither height nor weight` };
    if ((height !== undefined && !isBounds(height)) || (weight !== undefined && !isBounds(weight)))
      return { problem: `the bounds of the size "${size}" are not two numbers, the smaller first` };
    sizes.push({ size, ...(isBounds(height) ? { height } : {}), ...(isBounds(weight) ? { weight } : {}) });
  }
  return { sizes };
}
