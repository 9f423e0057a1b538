/** How some values lie, never as a mean alone. */
export interface Spread {
  readonly n: number;
  /** Absent where there are none. */
  readonly median?: number;
  /** Nine of ten are at most this. */
  readonly p90?: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Number, median and ninth decile, by nearest rank. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { n: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  return { n: sorted.length, median: at(sorted, 0.5), p90: at(sorted, 0.9) };
}
