import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { IS_A } from '../library/weights.ts';
import { readFeatures } from '../text/features.ts';
import { wantsOf, withinLimits } from './find-products.ts';
import { majorPrice } from './hunt.ts';
import { oneOfThese, thingsOf } from './things.ts';

const level = (product: Product, at: number): string => everyText(product.category.at(at)).join('\n');

const offered = ({ catalogue }: Knowledge, product: Product): readonly Product[] =>
  catalogue.products.filter((other) => other.id !== product.id && withinLimits(other, undefined));

/** A text of a product that is longer says much beside what it is. */
const SHORT = 60;

/** The words of a product as an index knows them: title, kinds, keywords and short values. */
function unitsOf(product: Product, { vocabulary }: Knowledge): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  const texts = [
    product.title,
    ...product.category,
    ...(product.keywords ?? []),
    ...product.attributes.map(({ value }) => value),
  ].flatMap(everyText);
  for (const text of texts)
    if (text.length <= SHORT)
      for (const [key, weight] of readFeatures(text, vocabulary).units)
        units.set(key, Math.max(units.get(key) ?? 0, weight));
  return units;
}

/** So many are looked through. */
const LOOKED_THROUGH = 40;

/** Products that have most in common with one, by the words of all their fields, the nearest first; each with 0 … 1. */
function nearTo(
  product: Product,
  accept: (product: Product) => boolean,
  knowledge: Knowledge,
): readonly { readonly product: Product; readonly like: number }[] {
  const { catalogue } = knowledge;
  const at = (doc: number) => catalogue.products[doc] as Product;
  const found = catalogue.index.search(
    unitsOf(product, knowledge),
    LOOKED_THROUGH,
    (doc) => at(doc).id !== product.id && withinLimits(at(doc), undefined) && accept(at(doc)),
  );
  const most = found[0]?.score ?? 1;
  return found.map(({ doc, score }) => ({ product: at(doc), like: score / most }));
}

/**
 * Tells whether a product is the same kind of thing: under one roof a pillow is no duvet, but one lamp is as good as
 * another where the shop keeps them as lamps.
 */
function sameThing(product: Product, { catalogue, vocabulary }: Knowledge): readonly ((other: Product) => boolean)[] {
  const read = (text: string) => readFeatures(text, vocabulary);
  const things = everyText(product.title).flatMap((title) =>
    thingsOf(wantsOf(read(title)), catalogue)
      .filter(({ concepts }) => concepts.length > 0)
      .slice(-1),
  );
  if (things.length === 0) return [() => true];
  const kept = new Set(everyText(product.category.at(-1)).flatMap((text) => [...read(text).concepts]));
  const wider = things.map((thing) => ({
    ...thing,
    concepts: thing.concepts.flatMap((concept) => IS_A[concept] ?? []).filter((concept) => kept.has(concept)),
  }));
  return [things, wider.filter(({ concepts }) => concepts.length > 0)]
    .filter((some) => some.length > 0)
    .map((some) => oneOfThese(some, catalogue));
}

/** How near two prices are: 1 for the same, less the further apart. */
const nearness = (a: Product, b: Product): number =>
  Math.exp(-Math.abs(Math.log((majorPrice(a) + 1) / (majorPrice(b) + 1))));

/**
 * What can stand in for a product: its own kind, in stock, the most like it first. `broadly`: where there is none, whatever
 * the shop keeps beside it.
 */
export function similarTo(product: Product, knowledge: Knowledge, broadly: boolean): readonly Product[] {
  const kind = level(product, -1);
  const kinds = [...sameThing(product, knowledge), ...(broadly ? [() => true] : [])];
  for (const same of kind === '' ? [] : kinds) {
    const kin = nearTo(product, (other) => level(other, -1) === kind && same(other), knowledge);
    if (kin.length > 0)
      return rank(
        kin.map((one) => one.product),
        (other) => (kin.find((one) => one.product === other)?.like ?? 0) + 0.3 * nearness(product, other),
      );
  }
  return [];
}

/**
 * What goes with a product: what the merchant says goes with it; else things of another kind under the same roof that
 * cost no more than it, the most related first and of each kind one.
 */
export function goesWith(product: Product, knowledge: Knowledge): readonly Product[] {
  const { byId, products } = knowledge.catalogue;
  const named = (product.goesWith ?? []).flatMap((id) => {
    const found = products[byId.get(id) ?? -1];
    return found && withinLimits(found, undefined) ? [found] : [];
  });
  const roof = level(product, 0);
  const near = (other: Product) =>
    roof === level(other, 0) &&
    level(other, -1) !== level(product, -1) &&
    other.price.amount <= product.price.amount &&
    !named.includes(other);
  const kinds = new Set<string>();
  const ranked = (product.category.length > 1 ? nearTo(product, near, knowledge) : []).flatMap(({ product: other }) => {
    const kind = level(other, -1);
    if (kinds.has(kind)) return [];
    kinds.add(kind);
    return [other];
  });
  return [...named, ...ranked];
}

/** What fills a gap to an amount, in minor units: enough and no more than need be, what goes with the product first. */
export function fillers(product: Product, gap: number, knowledge: Knowledge): readonly Product[] {
  const fits = offered(knowledge, product).filter(
    ({ price }) => price.currency === product.price.currency && price.amount >= gap,
  );
  const related = new Set(goesWith(product, knowledge).map(({ id }) => id));
  return rank(fits, (other) => -other.price.amount * (related.has(other.id) ? 0.7 : 1));
}

const rank = (products: readonly Product[], score: (product: Product) => number): readonly Product[] =>
  products
    .map((product) => ({ product, score: score(product) }))
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
