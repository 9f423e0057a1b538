import type { Context } from '../dialogue/context.ts';
import { planHunt, searchHunt } from '../dialogue/hunt-goods.ts';
import type { Plan } from '../dialogue/plan.ts';
import { wantsOf } from '../selling/find-products.ts';
import type { Hunt } from '../selling/hunt.ts';
import { thingsOf } from '../selling/things.ts';
import type { Segment } from '../text/features.ts';
import { isScrap } from '../text/scrap.ts';

/** Share of the words that goods must have to be shown as the nearest: where a thing is named, and where none is. */
const NEAR = 0.3;
const ALONE = 0.6;

/** How rare a part of a name must be in the catalogue to tell which goods are meant. */
const RARE = 0.5;
const PARTS = 3;

/** Of words that the catalogue does not have as they are, the rare parts that names of goods have: 魔兽 of 魔兽迷面子. */
function rareParts(wants: readonly Segment[], { knowledge }: Context): readonly string[] {
  const { names } = knowledge.catalogue;
  const found = wants
    .filter(({ concepts }) => concepts.length === 0)
    .flatMap(({ grams }) => grams)
    .flatMap(([key]) => (/^h:..$|^w:[a-z]{4}/u.test(key) && names.has(key) ? [{ key, rare: names.rarity(key) }] : []))
    .filter(({ rare }) => rare >= RARE)
    .sort((a, b) => b.rare - a.rare);
  return found.slice(0, PARTS).map(({ key }) => key.slice(2));
}

/** Whether a sentence names a thing that may be sold here. */
export const namesGoods = ({ said, knowledge }: Context): boolean =>
  thingsOf(wantsOf(said.features), knowledge.catalogue).length > 0;

/**
 * What is nearest to words that no product has all of; with `parts` also what has only some of the words, or a rare part of
 * one. Undefined when nothing is near enough.
 */
export function nearest(context: Context, parts = false): Plan | undefined {
  const { said, state, knowledge } = context;
  const { catalogue } = knowledge;
  const wants = wantsOf(said.features).filter((want) => !isScrap(want));
  const budget = said.slots.budget ?? (wants.length === 0 ? undefined : state.hunt?.budget);
  const things = thingsOf(wants, catalogue);
  if (wants.length === 0 || (!parts && said.normal.question && things.length === 0)) return undefined;
  const look = (words: readonly string[], least: number): Plan | undefined => {
    if (words.length === 0) return undefined;
    const hunt: Hunt = { words: words.join(' ').slice(0, 120), ...(budget ? { budget } : {}) };
    const result = searchHunt(hunt, context);
    return result.hits.length > 0 && result.known >= least ? planHunt(hunt, result, context, 0.4) : undefined;
  };
  const whole = look(
    wants.map(({ text }) => text),
    things.length > 0 ? NEAR : ALONE,
  );
  if (whole || !parts) return whole;
  const known = wants.filter(({ concepts }) => concepts.some((concept) => catalogue.index.has(`c:${concept}`)));
  return (
    look(rareParts(wants, context).concat(things.map(({ text }) => text)), NEAR) ??
    look(
      known.map(({ text }) => text),
      NEAR,
    )
  );
}
