import type { Product } from './catalogue.ts';
import type { Localized } from './localized.ts';

const lower = (texts: readonly (Localized | undefined)[]): string => JSON.stringify(texts).toLowerCase();

/** Products whose words contain every word of `query`, in whichever language; those that are called so come first. */
export function search(products: readonly Product[], query: string): readonly Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return products;
  const within = (hay: string) => words.every((word) => hay.includes(word));
  const ranked = products.flatMap((product) => {
    const { title, keywords = [], category, tags = [], summary, attributes } = product;
    const called = lower([title, ...keywords]);
    const placed = called + lower([...category, ...tags]);
    if (within(called)) return [{ product, rank: 0 }];
    if (within(placed)) return [{ product, rank: 1 }];
    return within(placed + lower([summary, ...attributes.map(({ value }) => value)])) ? [{ product, rank: 2 }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ product }) => product);
}
