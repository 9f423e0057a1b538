import { type Bar, groupBy, talksOf } from './bars.ts';
import type { Counted } from './counted.ts';

const MOST_BARS = 20;

/** A product, and how often sessions about it came to a person. */
export interface AskedProduct extends Bar {
  readonly handed: number;
}

/**
 * **Products asked about** = products by the sessions in which the shopper wrote from their page or sent their card, or
 * the bot answered about them; beside each how many of those sessions asked for a person.
 */
export function products(rows: readonly Counted[]): readonly AskedProduct[] {
  return [...groupBy(rows, ({ session }) => Object.keys(session.products))]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, MOST_BARS)
    .map(([key, group]) => ({
      key,
      n: group.length,
      handed: group.filter(({ session }) => session.episodes.some(({ asked }) => asked)).length,
      talks: talksOf(group),
    }));
}
