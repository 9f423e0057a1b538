import type { Product } from './catalogue.ts';

/** Orders that a list can be in; `featured` is the catalogue's own. */
export const SORT_KEYS = ['featured', 'price-up', 'price-down', 'saving'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Guard of {@link SortKey}. */
export const isSortKey = (text: string): text is SortKey => SORT_KEYS.some((key) => key === text);

const saving = ({ price, was }: Product): number => (was ? (was.amount - price.amount) / was.amount : 0);

/** The products in another order; those that are alike in it stay as they were. */
export function sorted(products: readonly Product[], key: SortKey): readonly Product[] {
  if (key === 'featured') return products;
  return [...products].sort((a, b) => {
    if (key === 'saving') return saving(b) - saving(a);
    return key === 'price-up' ? a.price.amount - b.price.amount : b.price.amount - a.price.amount;
  });
}
