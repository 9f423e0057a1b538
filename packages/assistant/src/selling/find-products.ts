import { minorDigits } from '@xiaoer/core/protocol';
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import type { Features, Segment } from '../text/features.ts';
import { meet } from '../understanding/similarity.ts';
import type { Budget } from '../understanding/slots/budget.ts';

/** A product and how far it meets each want, in the order of the wants. */
export interface Found {
  readonly product: Product;
  readonly met: readonly number[];
  /** Share of all wants, weighted by rarity, 0 … 1. */
  readonly coverage: number;
  /** By which the best come first; near to `coverage`. */
  readonly order: number;
}

/** Words that ask for goods but name none. */
const NO_WANT = new Set([
  'recommend',
  'deictic',
  'buy',
  'talk',
  'compare',
  'cheaper',
  'dearer',
  'greet',
  'thanks',
  'yes',
  'no',
  'bye',
  'mine',
  'urgent',
  'someone',
  'track',
  'abort',
  'gift',
  'elder',
]);

/** A want counts as met from here on. */
export const MET = 0.5;

const CANDIDATES = 40;

/** The words of a sentence that name or describe goods. `without` are concepts that are spoken for otherwise. */
export const wantsOf = (features: Features, without: readonly string[] = []): readonly Segment[] =>
  features.segments.filter(
    ({ weight, concepts }) =>
      weight >= 0.3 &&
      !concepts.some(
        (concept) => concept.startsWith('?') || concept === '-' || NO_WANT.has(concept) || without.includes(concept),
      ),
  );

/** Whether a product may be offered at all, and at this price: hard limits, never bent. */
export const withinLimits = (product: Product, budget: Budget | undefined): boolean =>
  product.onSale !== false && product.stock !== 0 && inRange(product, budget);

/** Whether its price is within a range. */
export function inRange(product: Product, budget: Budget | undefined): boolean {
  const price = product.price.amount / 10 ** minorDigits(product.price.currency);
  return !(budget?.max !== undefined && price > budget.max) && !(budget?.min !== undefined && price < budget.min);
}

/**
 * Products by their words, best first. `names` looks at titles and categories only: for what a thing is called.
 * Retrieval narrows to forty; the order is by how far the wants are met.
 */
export function findProducts(
  wants: readonly Segment[],
  catalogue: Catalogue,
  accept: (product: Product) => boolean,
  names = false,
): readonly Found[] {
  const index = names ? catalogue.names : catalogue.index;
  const units = new Map<string, number>();
  for (const { concepts, grams, weight } of wants) {
    for (const concept of concepts) units.set(`c:${concept}`, weight);
    for (const [key, share] of grams) units.set(key, Math.max(units.get(key) ?? 0, share * Math.min(1, weight)));
  }
  const product = (doc: number) => catalogue.products[doc] as Product;
  return index
    .search(units, CANDIDATES, (doc) => accept(product(doc)))
    .map(({ doc, score }) => {
      let total = 0;
      let mass = 0;
      let raw = 0;
      let asked = 0;
      // A word in the title says more than the same word in a field, which decides between equals.
      const meets = (key: string) => {
        const weight = index.weight(doc, key);
        raw += weight;
        asked++;
        return Math.min(1, weight / 0.55);
      };
      const met = wants.map((want) => {
        const one = meet(want, meets, index.rarity);
        total += one.share * one.mass;
        mass += one.mass;
        return one.share;
      });
      const coverage = mass > 0 ? total / mass : 0;
      return {
        product: product(doc),
        met,
        coverage,
        order: coverage + (0.25 * raw) / Math.max(1, asked) + score * 1e-3,
      };
    })
    .sort((a, b) => b.order - a.order);
}
