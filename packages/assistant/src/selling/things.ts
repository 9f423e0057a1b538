import { type Catalogue, headKeys } from '../knowledge/catalogue.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { THINGS } from '../library/weights.ts';
import type { Segment } from '../text/features.ts';

/** Whether a word says what a thing is: a name the tables know, or the end of a title or category here. */
export const namesThing = (want: Segment, { heads }: Catalogue): boolean =>
  want.concepts.some((concept) => THINGS.has(concept)) ||
  (want.concepts.length === 0 && headKeys(want).some((key) => heads.has(key)));

/** The wants that say what thing is looked for, as against what it should be like. */
export const thingsOf = (wants: readonly Segment[], catalogue: Catalogue): readonly Segment[] =>
  wants.filter((want) => namesThing(want, catalogue));

/**
 * Tells whether a product is one of these things; every product is when none is named. A special kind is the general
 * one too, but not the other way round.
 */
export function oneOfThese(things: readonly Segment[], { byId, heads }: Catalogue): (product: Product) => boolean {
  const keys = things.flatMap((thing) =>
    thing.concepts.length > 0
      ? thing.concepts.filter((concept) => THINGS.has(concept)).map((concept) => `c:${concept}`)
      : headKeys(thing),
  );
  if (things.length === 0) return () => true;
  const known = keys.filter((key) => heads.has(key));
  return ({ id }) => {
    const doc = byId.get(id);
    return doc !== undefined && known.some((key) => heads.weight(doc, key) > 0);
  };
}

/** A number or a measure alone names nothing. */
export const isNumber = ({ text }: Segment): boolean =>
  /^(?:[\d.]+|cm|mm|kg|g|ml|l|m|公分|厘米|毫升|升|斤|寸|米)$/.test(text);
