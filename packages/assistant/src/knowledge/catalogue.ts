import { IMPLIES, THINGS } from '../library/weights.ts';
import { type Features, readFeatures, type Segment, type Vocabulary } from '../text/features.ts';
import { type InvertedIndex, indexSteps } from '../understanding/inverted-index.ts';
import type { Localized, Product } from './knowledge-source.ts';
import { everyText } from './localized.ts';

/** The merchant's products, findable by their words. */
export interface Catalogue {
  readonly products: readonly Product[];
  readonly byId: ReadonlyMap<string, number>;
  readonly index: InvertedIndex;
  /** Of titles and categories alone: what a thing is called, as against what is said about it. */
  readonly names: InvertedIndex;
  /** The last words of titles, categories and keywords: what a thing is, as against what it is made of or for. */
  readonly heads: InvertedIndex;
  /** How titles end: the last two to four Han characters, the last Latin word. */
  readonly endings: ReadonlySet<string>;
}

const PARTS = /[()（）【】[\]“”"\s·，,、/&]+/u;
const ENGLISH_TAIL = /,|\s(?:for|of|with|in|to|on)\s.*/;

/** Keys by which a word may be the name of a thing: its concepts, the end of a run of Han characters, a Latin word. */
export function headKeys({ concepts, grams, text }: Segment): readonly string[] {
  if (concepts.length > 0)
    return concepts
      .filter((concept) => THINGS.has(concept))
      .flatMap((concept) => [concept, ...(IMPLIES[concept] ?? []).filter((one) => THINGS.has(one))])
      .map((concept) => `c:${concept}`);
  if (/^\p{Script=Han}/u.test(text)) return text.length < 2 ? [] : [`h:${text.slice(-2)}`];
  return grams.filter(([key]) => key.startsWith('w:') && /[a-z]{3}/.test(key)).map(([key]) => key);
}

/** The words that say what a text names: the last of each part. `alone`: a category of several things names none. */
function headsOf(text: string, featuresOf: (text: string) => Features, alone = false): readonly Segment[] {
  const han = /\p{Script=Han}/u.test(text);
  const parts = han ? text.split(PARTS) : [text.split(ENGLISH_TAIL)[0] ?? ''];
  return parts.flatMap((part) => {
    const said = featuresOf(part).segments.filter(
      ({ weight, text: word }) => weight >= 0.3 && !(han && /^[a-z0-9.]*$/.test(word)),
    );
    return (alone && said.length > 1 ? undefined : said.at(-1)) ?? [];
  });
}

function endingsOf(title: string): readonly string[] {
  const han = /\p{Script=Han}{2,4}$/u.exec(title)?.[0];
  if (han === undefined) return /[a-z]{4,}$/.exec(title.toLowerCase()) ?? [];
  return [2, 3, 4].map((length) => han.slice(-length));
}

/** How much a word counts by the field it stands in, relative to 1 for a title. */
const FIELDS = { title: 1, category: 0.8, keyword: 0.7, value: 0.6, name: 0.15, summary: 0.4 } as const;

/** Products that are read in one step. */
const AT_ONCE = 50;

/** Indexes all fields of all products, and their names on their own, in steps. */
export function* catalogueSteps(products: readonly Product[], vocabulary: Vocabulary): Generator<undefined, Catalogue> {
  const units: Map<string, number>[] = [];
  const names: Map<string, number>[] = [];
  const heads: Map<string, number>[] = [];
  // Categories, brands and values repeat over the catalogue; their features are made once.
  const memo = new Map<string, Features>();
  const featuresOf = (text: string): Features => {
    let found = memo.get(text);
    if (!found) {
      found = readFeatures(text, vocabulary);
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
    const thing = new Map<string, number>();
    const head = (text: Localized | undefined, own: boolean, alone = false) => {
      // A keyword may also say what a thing is like; only a known name of a thing counts among them.
      for (const one of everyText(text))
        for (const segment of headsOf(one.slice(0, 200), featuresOf, alone))
          if (own || segment.concepts.length > 0) for (const key of headKeys(segment)) thing.set(key, 1);
    };
    head(product.title, true);
    // A title that names the thing is believed before its narrowest category: a bath towel is put under «Towels».
    const told = [...thing.keys()].some((key) => key.startsWith('c:'));
    for (const level of told ? product.category.slice(0, -1) : product.category) head(level, true, true);
    for (const word of product.keywords ?? []) head(word, false);
    heads.push(thing);
    if (heads.length % AT_ONCE === 0) yield;
  }
  return {
    products,
    byId: new Map(products.map((product, i) => [product.id, i])),
    index: yield* indexSteps(units),
    names: yield* indexSteps(names),
    heads: yield* indexSteps(heads),
    endings: new Set(
      products.flatMap(({ title, onSale }) => (onSale === false ? [] : everyText(title).flatMap(endingsOf))),
    ),
  };
}
