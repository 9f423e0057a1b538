import { minorDigits } from '@xiaoer/core/protocol';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import type { Budget } from '../understanding/slots/budget.ts';

/** What is looked for over several turns, until something else is. Every limit in it holds: none is ever bent. */
export interface Hunt {
  /** Words that name and describe it. */
  readonly words: string;
  /** A special kind of thing stands for its general one: after 台灯, «落地的呢» looks among all lamps. */
  readonly wide?: boolean | undefined;
  readonly budget?: Budget | undefined;
  /** Words of what it must not be. */
  readonly without?: readonly string[] | undefined;
  /** Level of a category that was chosen, in the merchant's words. */
  readonly category?: string | undefined;
  /** Fields whose value was chosen, in the merchant's words. */
  readonly fields?: readonly (readonly [name: string, value: string])[] | undefined;
  /** Brands that are not wanted. */
  readonly brands?: readonly string[] | undefined;
  /** Products that were shown and are not wanted. */
  readonly seen?: readonly string[] | undefined;
  /** What was asked about it so far. */
  readonly asked?: readonly string[] | undefined;
}

/** Characters of ids that are remembered as not wanted: the state of a conversation is small. */
const ROOM_FOR_SEEN = 800;

/** What was shown and is not wanted, with more of it; the oldest are forgotten when it grows too long. */
export function seenWith({ seen = [] }: Hunt, more: readonly string[]): readonly string[] {
  const all = [...seen, ...more];
  while (all.join().length > ROOM_FOR_SEEN) all.shift();
  return all;
}

/** A limit that was named beside one that stands: both hold, unless nothing could be within both. */
export function bothLimits(stands: Budget | undefined, named: Budget | undefined): Budget | undefined {
  if (!stands || !named) return named ?? stands;
  const both = { ...stands, ...named };
  return both.min !== undefined && both.max !== undefined && both.min > both.max ? named : both;
}

/** Price in major units. */
export const majorPrice = ({ price }: Product): number => price.amount / 10 ** minorDigits(price.currency);

/** Whether a text is one of the ways in which a value is written. */
const says = (value: Parameters<typeof everyText>[0], text: string): boolean =>
  everyText(value).some((one) => one.toLowerCase() === text.toLowerCase());

/** Tells whether a product is within what was chosen, beside price and words. */
export const withinChoice =
  ({ category, fields = [], brands = [], seen = [] }: Hunt) =>
  (product: Product): boolean =>
    (category === undefined || product.category.some((level) => says(level, category))) &&
    fields.every(([name, value]) =>
      product.attributes.some((one) => says(one.name, name) && everyText(one.value).includes(value)),
    ) &&
    !(product.brand !== undefined && brands.some((brand) => says(product.brand, brand))) &&
    !seen.includes(product.id);
