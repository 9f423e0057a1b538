import type { SizeRow } from '../knowledge/knowledge-source.ts';

/** A size of a chart; with `other` when the wearer is between two. */
export interface SizeAdvice {
  readonly size: string;
  /** The larger of the two. */
  readonly other?: string | undefined;
}

const within = (value: number, bounds: readonly [number, number] | undefined): boolean =>
  bounds === undefined || (value >= bounds[0] && value <= bounds[1]);

/**
 * Which size of a chart fits a height in centimetres and a weight in kilograms. Between two sizes is who fits both, or
 * one by height and its neighbour by weight. Undefined for who is not on the chart: that is not guessed.
 */
export function sizeFor(chart: readonly SizeRow[], height: number, weight: number): SizeAdvice | undefined {
  const places = (fits: (row: SizeRow) => boolean) => chart.flatMap((row, n) => (fits(row) ? [n] : []));
  const both = places((row) => within(height, row.height) && within(weight, row.weight));
  const name = (n: number | undefined) => (n === undefined ? undefined : chart[n]?.size);
  const advice = (low: number | undefined, high: number | undefined): SizeAdvice | undefined => {
    const [size, other] = [name(low), name(high)];
    if (size === undefined) return undefined;
    return other === undefined || other === size ? { size } : { size, other };
  };
  if (both.length > 0) return both.length <= 2 ? advice(both[0], both.at(-1)) : undefined;
  const byHeight = places((row) => row.height !== undefined && within(height, row.height));
  const byWeight = places((row) => row.weight !== undefined && within(weight, row.weight));
  for (const h of byHeight)
    for (const w of byWeight) if (Math.abs(h - w) === 1) return advice(Math.min(h, w), Math.max(h, w));
  return undefined;
}
