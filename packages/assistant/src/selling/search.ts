import { minorDigits } from '@xiaoer/core/protocol';
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import type { Segment } from '../text/features.ts';
import type { Budget } from '../understanding/slots/budget.ts';
import { type Found, findProducts, inRange, MET, withinLimits } from './find-products.ts';
import { isNumber, oneOfThese, thingsOf } from './things.ts';

/** What a search came to. */
export interface SearchResult {
  /** All within the limits, the best first; as many of them as are to be shown are on one card each. */
  readonly hits: readonly Found[];
  /** Wants that none of the hits meets. */
  readonly missing: readonly Segment[];
  /** With no hit: what would fit but for the limits. */
  readonly nearest?: Product | undefined;
  /** What was wanted, sold out. The hits beside it are then of its kind and no answer to the wish themselves. */
  readonly soldOut?: readonly Product[] | undefined;
  /** How much of what was wanted the catalogue knows, within the limits or not. */
  readonly known: number;
}

/** So many are looked through: a question may halve them. */
const POOL = 40;

/** Sold-out goods that are named, and goods of their kind that stand in for them. */
const INSTEAD = 3;

/** What meets the wants much less well than the best is left out: a pan is no mug, though both are kitchenware. */
const CLOSE = 0.75;

/** How far a price is outside a range, in minor units. */
const beside = ({ price }: Product, budget: Budget | undefined): number => {
  const minor = 10 ** minorDigits(price.currency);
  return Math.max(
    budget?.max === undefined ? 0 : price.amount - budget.max * minor,
    budget?.min === undefined ? 0 : budget.min * minor - price.amount,
  );
};

/** What was wanted and is sold out, with what is left of its kind; undefined when there is none either. */
function searchSoldOut(
  wants: readonly Segment[],
  budget: Budget | undefined,
  catalogue: Catalogue,
  accept: (found: Found) => boolean,
  called: (product: Product) => boolean,
  also: (product: Product) => boolean,
): SearchResult | undefined {
  const gone = findProducts(
    wants,
    catalogue,
    (one) => one.onSale !== false && one.stock === 0 && inRange(one, budget) && called(one),
  ).filter(accept);
  const known = gone[0]?.coverage ?? 0;
  const soldOut = gone.filter(({ coverage }) => coverage >= CLOSE * known).slice(0, INSTEAD);
  if (soldOut.length === 0) return undefined;
  const kind = (product: Product) => JSON.stringify(product.category);
  const kinds = new Set(soldOut.map(({ product }) => kind(product)));
  const hits = catalogue.products
    .filter((one) => one.category.length > 0 && withinLimits(one, budget) && also(one) && kinds.has(kind(one)))
    .slice(0, INSTEAD)
    .map((product) => ({ product, met: [], coverage: 0, order: 0 }));
  return { hits, missing: [], soldOut: soldOut.map(({ product }) => product), known };
}

/** What a search goes by beside its words. */
export interface SearchLimits {
  readonly budget?: Budget | undefined;
  /** What must hold of a product beside that. */
  readonly accept?: ((product: Product) => boolean) | undefined;
  /** How much a product is to the shopper's taste, about −1 … 1: among those that fit it decides. */
  readonly taste?: ((product: Product) => number) | undefined;
}

/** What a word of the sentence counts beside the shopper's taste. */
const TASTE = 0.2;

/** Search by words and limits. What meets all wants comes alone; else what meets most of them, saying what is missing. */
export function searchProducts(
  wants: readonly Segment[],
  { budget, accept = () => true, taste }: SearchLimits,
  { catalogue }: Knowledge,
): SearchResult {
  const liked = (found: readonly Found[]): readonly Found[] =>
    taste
      ? found
          .map((one) => ({ one, order: one.order + TASTE * taste(one.product) }))
          .sort((a, b) => b.order - a.order)
          .map(({ one }) => one)
      : found;
  if (wants.length === 0) {
    const hits = catalogue.products
      .filter((product) => withinLimits(product, budget) && accept(product))
      .map((product) => ({ product, met: [], coverage: 1, order: 1 }));
    return { hits: liked(hits).slice(0, POOL), missing: [], known: 1 };
  }
  // Who names a thing is shown that thing or none: a candle in a cup is no cup.
  const things = thingsOf(wants, catalogue);
  const named = oneOfThese(things, catalogue);
  const called = (product: Product) => named(product) && accept(product);
  const full = (found: Found) => found.met.every((share) => share >= MET);
  const within = findProducts(wants, catalogue, (product) => withinLimits(product, budget) && called(product));
  const whole = within.filter(full);
  const least = CLOSE * (whole[0]?.coverage ?? 0);
  if (whole.length > 0)
    return {
      hits: liked(whole.filter((one) => one.coverage >= least)),
      missing: [],
      known: within[0]?.coverage ?? 0,
    };

  const all = budget
    ? findProducts(wants, catalogue, (product) => withinLimits(product, undefined) && called(product))
    : within;
  const known = all[0]?.coverage ?? 0;
  const beyond = all.filter(full);
  // What is asked for by its name and only sold out is told so, before anything that is merely near.
  const soldOut =
    things.length > 0 && beyond.length === 0
      ? searchSoldOut(wants, budget, catalogue, all.length > 0 ? full : () => true, called, accept)
      : undefined;
  if (soldOut) return soldOut;
  if (beyond.length > 0) {
    const nearest = beyond.reduce((a, b) => (beside(b.product, budget) < beside(a.product, budget) ? b : a)).product;
    return { hits: [], missing: [], nearest, known };
  }
  const best = within[0];
  if (!best || (best.coverage < MET && things.length === 0)) return { hits: [], missing: wants, known };
  const hits = liked(within.filter((found) => found.coverage >= best.coverage - 0.05));
  const missing = wants.filter((want, i) => !isNumber(want) && hits.every((found) => (found.met[i] ?? 0) < MET));
  return { hits, missing, known };
}
