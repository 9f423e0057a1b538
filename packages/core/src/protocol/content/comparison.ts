import { type Guard, integer, list, optional, shape, string } from '../shape.ts';
import { isProductCard, type ProductCard } from './product.ts';
import { isSource, type Source } from './text.ts';

/** One attribute of every product, in the order of the products; empty where the shop does not say. */
export interface ComparisonRow {
  readonly label: string;
  readonly values: readonly string[];
  /** Positions of the values that are better than the others. */
  readonly better?: readonly number[] | undefined;
}

/** Two to four products attribute by attribute, and whom which suits. */
export interface ComparisonBody {
  readonly text?: string | undefined;
  readonly items: readonly ProductCard[];
  readonly rows: readonly ComparisonRow[];
  readonly verdict?: string | undefined;
  readonly source?: Source | undefined;
}

/** Guard of {@link ComparisonBody}. */
export const isComparison: Guard<ComparisonBody> = shape<ComparisonBody>({
  text: optional(string(1000)),
  items: list(isProductCard, 4, 2),
  rows: list(
    shape<ComparisonRow>({
      label: string(60, 1),
      values: list(string(200), 4, 2),
      better: optional(list(integer(0, 3), 4)),
    }),
    40,
    1,
  ),
  verdict: optional(string(1000)),
  source: optional(isSource),
});
