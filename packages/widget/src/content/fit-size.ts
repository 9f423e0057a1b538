import type { SizeRow } from '@xiaoer/core/protocol';

/** Which row fits, and between which two one may choose. */
export interface SizeFit {
  /** Position of the row to take. */
  readonly yours: number;
  readonly between?: { readonly small: number; readonly large: number } | undefined;
}

/**
 * Finds the size for measures by name. Rows stand from small to large. Where several fit, the smallest is taken and the
 * largest offered; where the measures disagree (tall and light), the larger is taken, because one can wear it. Undefined
 * where a measure lies outside of the table.
 */
export function fitSize(rows: readonly SizeRow[], measures: Readonly<Record<string, number>>): SizeFit | undefined {
  const fitting = Object.entries(measures)
    .filter(([name]) => rows.some(({ fits }) => Object.hasOwn(fits, name)))
    .map(([name, value]) =>
      rows.flatMap(({ fits }, row) => {
        const [least, most] = fits[name] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        return value >= least && value <= most ? [row] : [];
      }),
    );
  if (fitting.length === 0 || fitting.some((found) => found.length === 0)) return undefined;
  const smallest = Math.max(...fitting.map((found) => found[0] ?? 0));
  const largest = Math.min(...fitting.map((found) => found.at(-1) ?? 0));
  if (smallest === largest) return { yours: smallest };
  if (smallest < largest) return { yours: smallest, between: { small: smallest, large: largest } };
  return { yours: smallest, between: { small: largest, large: smallest } };
}
