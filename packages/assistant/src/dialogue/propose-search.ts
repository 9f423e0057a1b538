import { ATTRIBUTES, askedAttributes } from '../graph/attribute-question.ts';
import { GOODS } from '../library/weights.ts';
import { wantsOf } from '../selling/find-products.ts';
import { bothLimits, type Hunt } from '../selling/hunt.ts';
import { bestQuestion } from '../selling/narrow.ts';
import { isNumber, thingsOf } from '../selling/things.ts';
import { readWithout } from '../selling/wishes.ts';
import { features } from '../text/features.ts';
import { isScrap } from '../text/scrap.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Context } from './context.ts';
import { isEllipsis } from './ellipsis.ts';
import { planHunt, searchHunt, widened } from './hunt-goods.ts';
import type { Proposal } from './proposal.ts';
import { seeksGoods } from './seeks-goods.ts';

/** Asks what kind of thing is wanted, by the kinds that there are. */
function whatKind(context: Context, hunt: Hunt, confidence: number): Proposal {
  return {
    confidence,
    plan: () => {
      const pool = searchHunt(hunt, context).hits.map(({ product }) => product);
      const question = bestQuestion(pool, ['price'], context.said.lang, context.knowledge.vocabulary);
      return {
        decision: 'which-kind',
        confidence,
        steps: [
          question?.about === 'category'
            ? { step: 'narrow', question, kind: true, more: false }
            : { step: 'line', line: 'whatKind' },
        ],
        state: { hunt: { ...hunt, asked: question ? [question.about] : [] } },
      };
    },
  };
}

/** How surely somebody who names no goods would have some recommended: a bare wish for a present is one. */
const vagueness = ({ features: said }: Understanding): number => (said.concepts.has('gift') ? 0.8 : 0.3);

/** Whether a turn after a list adds a quality to what is looked for. */
const adds = ({ said, state, knowledge }: Context): boolean =>
  (state.shown?.length ?? 0) > 0 &&
  said.slots.ordinals.length === 0 &&
  knowledge.selling.some((talk) => talk.adds.test(said.normal.text));

/** A search by words and budget. Confidence: what share of the words the catalogue knows, and whether goods were asked for. */
export function proposeSearch(context: Context): Proposal | undefined {
  const going = searchFor(context, true);
  // Where nothing of what was looked for has that quality, it is looked for by itself.
  return going === 'nothing' ? (searchFor(context, false) as Proposal | undefined) : going;
}

function searchFor(context: Context, mayGoOn: boolean): Proposal | 'nothing' | undefined {
  const { said, knowledge, state } = context;
  const { catalogue } = knowledge;
  if (catalogue.products.length === 0) return undefined;
  const { concepts } = said.features;
  const limit = said.slots.budget;
  const hunted = state.hunt;
  // What it must not be is no word to look for.
  const without = readWithout(said.slots.rest, knowledge.selling);
  const named = without.words.length > 0 ? features(without.rest, knowledge.vocabulary) : said.features;
  // The name of a property is no thing to look for; «warm» is both, and stays.
  const words = wantsOf(named, ['price', 'stock']).filter(
    ({ concepts: one }) => one.length === 0 || !one.every((concept) => ATTRIBUTES.includes(concept)),
  );
  // A number goes on with a list, «220的呢», and begins none.
  const fresh = words.every(isScrap) && !(hunted !== undefined && isEllipsis(said)) ? [] : words;
  // A turn that names only a new limit, or another quality, goes on with what was looked for.
  const goesOn =
    mayGoOn &&
    hunted !== undefined &&
    (fresh.length === 0
      ? limit !== undefined || without.words.length > 0
      : (isEllipsis(said) || adds(context)) && thingsOf(fresh, catalogue).length === 0);
  const old = goesOn && hunted ? wantsOf(features(hunted.words, knowledge.vocabulary)) : [];
  const kept = fresh.length > 0 ? thingsOf(old, catalogue) : old;
  const wants = fresh.length > 0 ? [...kept.map(widened), ...fresh] : old;
  const budget = goesOn ? bothLimits(hunted?.budget, limit) : limit;
  const hunt: Hunt = {
    ...(goesOn ? hunted : {}),
    words: wants
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 120),
    ...(goesOn && fresh.length > 0 ? { wide: true } : {}),
    ...(budget ? { budget } : {}),
    ...(without.words.length > 0
      ? { without: [...(goesOn ? (hunted?.without ?? []) : []), ...without.words].slice(-6) }
      : {}),
  };
  const sought = seeksGoods(said) || goesOn;
  const things = thingsOf(wants, catalogue);
  const marked = sought || concepts.has('?whether');
  if (wants.length === 0 && !budget && !goesOn)
    return (concepts.has('recommend') || seeksGoods(said)) && !concepts.has('compare')
      ? whatKind(context, hunt, vagueness(said))
      : undefined;
  const currency = catalogue.products[0]?.price.currency;
  if (
    budget?.currency !== undefined &&
    currency !== undefined &&
    budget.currency !== currency &&
    !sameSign(budget.currency, currency)
  )
    return {
      confidence: 0.7,
      plan: () => ({ decision: 'search', confidence: 0.7, steps: [{ step: 'other-currency', currency }] }),
    };
  const fits = searchHunt(hunt, context);
  // Another limit, and all that is within it was shown before: it is shown again rather than nothing.
  const again =
    goesOn && hunt.seen && (fits.hits.length === 0 || fits.soldOut) ? searchHunt({ ...hunt, seen: [] }, context) : fits;
  const found = again.hits.length > 0 && !again.soldOut ? again : fits;
  // «And the bigger one?» goes on with the search only if something here is told by that word.
  if (goesOn && fresh.length > 0 && fresh.every((want) => found.missing.includes(want))) return undefined;
  if (goesOn && fresh.length > 0 && adds(context) && found.hits.length === 0 && !found.nearest) return 'nothing';
  const cheapFirst = concepts.has('cheaper');
  const result = cheapFirst
    ? { ...found, hits: [...found.hits.slice(0, BEST)].sort((a, b) => a.product.price.amount - b.product.price.amount) }
    : found;
  const partly = result.hits.length > 0 && result.missing.length > 0;
  // A word of service that no product has (freight, a refund) says that goods are only the occasion.
  const service = wants.some(
    ({ concepts: said }) =>
      said.length > 0 && !said.some((concept) => GOODS.has(concept) || catalogue.index.has(`c:${concept}`)),
  );
  const likely = marked
    ? result.known < 0.5
      ? 0.45 * Number(sought) + (partly ? 0.25 : 0.1)
      : 0.45 + 0.45 * result.known
    : result.known < 0.7 || said.normal.question
      ? Math.max(0.5 * result.known, partly ? 0.5 : 0)
      : 0.75 * result.known;
  // For somebody and a price, but no word of what: that is asked, not guessed.
  if (things.length === 0 && result.hits.length === 0 && sought && budget) return whatKind(context, hunt, 0.8);
  // Without a thing, a quality or a word of looking for, a sentence that shares words with goods is about something else.
  const goods =
    sought ||
    things.length > 0 ||
    wants.every((want) => isNumber(want) || want.concepts.some((concept) => GOODS.has(concept))) ||
    (wants.length <= 2 && result.known >= 0.9 && !said.normal.question);
  if (!goods) return undefined;
  const property = !sought && askedAttributes(said.features).length > 0;
  // A present that is named is looked for; only its wrapping is a matter of the shop.
  const present = concepts.has('gift') && !concepts.has('wrap') && things.length > 0 && result.hits.length > 0;
  const confidence = present && !partly ? 0.95 : (service ? 0.6 : 1) * (property ? 0.7 : 1) * likely;
  // What only changes a wish that was spoken is about that wish, whatever answer shares a word with it.
  const sure = goesOn && !partly ? Math.max(confidence, FIRST) : confidence;
  return { confidence: sure, plan: () => planHunt(hunt, result, context, Math.min(1, sure)) };
}

/** Above whatever an answer reaches, however like its question the sentence is. */
const FIRST = 1.05;

/** The cheapest of these are shown: further down the list they fit less well. */
const BEST = 6;

/** A sign that several currencies share says nothing against the shop's own. */
const sameSign = (a: string, b: string): boolean =>
  (a === 'USD' && /^(USD|CAD|AUD|NZD|SGD|HKD|TWD)$/.test(b)) || (a === 'CNY' && b === 'JPY');
