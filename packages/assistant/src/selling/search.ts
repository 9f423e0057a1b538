import { minorDigits } from '@xiaoer/core/protocol';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import type { Segment } from '../text/features.ts';
import type { Budget } from '../understanding/slots/budget.ts';
import { type Found, findProducts, MET, withinLimits } from './find-products.ts';
import { isNumber, oneOfThese, thingsOf } from './things.ts';

/** What a search came to. */
export interface SearchResult {
  /** At most six, all within the limits. */
  readonly hits: readonly Found[];
  /** Wants that none of the hits meets. */
  readonly missing: readonly Segment[];
  /** With no hit: what would fit but for the limits. */
  readonly nearest?: Product | undefined;
  /** How much of what was wanted the catalogue knows, within the limits or not. */
  readonly known: number;
}

const SHOWN = 6;

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

/** Search by words and budget. What meets all wants comes alone; else what meets most of them, saying what is missing. */
export function searchProducts(
  wants: readonly Segment[],
  budget: Budget | undefined,
  { catalogue }: Knowledge,
): SearchResult {
  if (wants.length === 0 && budget) {
    const hits = catalogue.products
      .filter((product) => withinLimits(product, budget))
      .slice(0, SHOWN)
      .map((product) => ({ product, met: [], coverage: 1 }));
    return { hits, missing: [], known: 1 };
  }
  // Who names a thing is shown that thing or none: a candle in a cup is no cup.
  const things = thingsOf(wants, catalogue);
  const called = oneOfThese(things, catalogue);
  const full = (found: Found) => found.met.every((share) => share >= MET);
  const within = findProducts(wants, catalogue, (product) => withinLimits(product, budget) && called(product));
  const whole = within.filter(full);
  const least = CLOSE * (whole[0]?.coverage ?? 0);
  if (whole.length > 0)
    return {
      hits: whole.filter((one) => one.coverage >= least).slice(0, SHOWN),
      missing: [],
      known: within[0]?.coverage ?? 0,
    };

  const all = budget
    ? findProducts(wants, catalogue, (product) => withinLimits(product, undefined) && called(product))
    : within;
  const known = all[0]?.coverage ?? 0;
  const beyond = all.filter(full);
  if (beyond.length > 0) {
    const nearest = beyond.reduce((a, b) => (beside(b.product, budget) < beside(a.product, budget) ? b : a)).product;
    return { hits: [], missing: [], nearest, known };
  }
  const best = within[0];
  if (!best || (best.coverage < MET && things.length === 0)) return { hits: [], missing: wants, known };
  const hits = within.filter((found) => found.coverage >= best.coverage - 0.05).slice(0, SHOWN);
  const missing = wants.filter((want, i) => !isNumber(want) && hits.every((found) => (found.met[i] ?? 0) < MET));
  return { hits, missing, known };
}
