import { type Features, features, type Vocabulary } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { buildIndex, type InvertedIndex } from '../understanding/inverted-index.ts';
import type { Localized, Product } from './knowledge-source.ts';
import { everyText } from './localized.ts';

/** The merchant's products, findable by their words. */
export interface Catalogue {
  readonly products: readonly Product[];
  readonly byId: ReadonlyMap<string, number>;
  readonly index: InvertedIndex;
  /** Of titles and categories alone: what a thing is called, as against what is said about it. */
  readonly names: InvertedIndex;
}

/** How much a word counts by the field it stands in, relative to 1 for a title. */
const FIELDS = { title: 1, category: 0.8, keyword: 0.7, value: 0.6, name: 0.15, summary: 0.4 } as const;

/** Indexes all fields of all products, and their names on their own. */
export function buildCatalogue(products: readonly Product[], vocabulary: Vocabulary): Catalogue {
  const units: Map<string, number>[] = [];
  const names: Map<string, number>[] = [];
  // Categories, brands and values repeat over the catalogue; their features are made once.
  const memo = new Map<string, Features>();
  const featuresOf = (text: string): Features => {
    let found = memo.get(text);
    if (!found) {
      found = features(normalise(text).text, vocabulary);
      if (text.length <= 40) memo.set(text, found);
    }
    return found;
  };
  for (const product of products) {
    const all = new Map<string, number>();
    const called = new Map<string, number>();
    const add = (text: Localized | undefined, field: number, into: Map<string, number>[] = [all]) => {
      for (const one of everyText(text))
        for (const [key, weight] of featuresOf(one.slice(0, 400)).units)
          for (const map of into) map.set(key, Math.max(map.get(key) ?? 0, weight * field));
    };
    add(product.title, FIELDS.title, [all, called]);
    for (const level of product.category) add(level, FIELDS.category, [all, called]);
    for (const word of [product.brand, ...(product.keywords ?? []), ...(product.tags ?? [])]) add(word, FIELDS.keyword);
    for (const { name, value } of product.attributes) {
      add(name, FIELDS.name);
      add(value, FIELDS.value);
    }
    for (const variant of product.variants ?? []) add(variant.label, FIELDS.value);
    add(product.summary, FIELDS.summary);
    units.push(all);
    names.push(called);
  }
  return {
    products,
    byId: new Map(products.map((product, i) => [product.id, i])),
    index: buildIndex(units),
    names: buildIndex(names),
  };
}
