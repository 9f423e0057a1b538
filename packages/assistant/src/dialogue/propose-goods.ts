import { ATTRIBUTES, askedAttributes } from '../graph/attribute-question.ts';
import { readSides } from '../graph/compare.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { GOODS, IS_A } from '../library/weights.ts';
import { findProducts, wantsOf } from '../selling/find-products.ts';
import { searchProducts } from '../selling/search.ts';
import { isNumber, thingsOf } from '../selling/things.ts';
import { features, type Segment } from '../text/features.ts';
import { isScrap } from '../text/scrap.ts';
import { atPlace, readOrdinals } from '../understanding/slots/ordinal.ts';
import { type Context, focusOf, shownOf } from './context.ts';
import { isEllipsis } from './ellipsis.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';
import { seeksGoods } from './seeks-goods.ts';

/** The product one side of a comparison names: a place in the list, the one in focus, or the best by name. */
function sideProduct(context: Context, side: string, beside: Product | undefined): Product | undefined {
  const place = readOrdinals(side)[0];
  if (place !== undefined) return atPlace(shownOf(context), place);
  const said = features(side, context.knowledge.vocabulary);
  const wants = wantsOf(said);
  if (wants.length === 0) return said.concepts.has('deictic') ? focusOf(context) : undefined;
  const { catalogue } = context.knowledge;
  const found = findProducts(
    wants,
    catalogue,
    (product) => product.onSale !== false && product.id !== beside?.id,
    true,
  );
  const best = found[0];
  if (!best || best.coverage < 0.6) return undefined;
  // Of equal matches the one beside the other in the shop compares best.
  const kin = beside?.category.at(-1);
  const equal = found.filter(({ coverage }) => coverage >= best.coverage - 0.05);
  return (
    equal.find(({ product }) => kin !== undefined && JSON.stringify(product.category.at(-1)) === JSON.stringify(kin)) ??
    best
  ).product;
}

const comparePlan = (left: Product, right: Product, confidence: number): Plan => ({
  decision: 'compare',
  confidence,
  source: `${left.id} ${right.id}`,
  steps: [{ step: 'compare', left, right }],
  state: { shown: [left.id, right.id], focus: undefined },
  used: [left.id, right.id],
});

/** A comparison of two things. */
export function proposeCompare(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  const { concepts } = said.features;
  if (knowledge.catalogue.products.length === 0) return undefined;
  if (!concepts.has('compare') && !/还是|\S比\S|\bor\b/.test(said.normal.text)) return undefined;
  const asked = concepts.has('compare');
  const [a, b] = said.slots.ordinals;
  const shown = shownOf(context);
  if (a !== undefined && b !== undefined) {
    const left = atPlace(shown, a);
    const right = atPlace(shown, b);
    if (left && right && left !== right) return { confidence: 0.95, plan: () => comparePlan(left, right, 0.95) };
  }
  const sides = readSides(said.normal.text);
  if (sides) {
    const first = sideProduct(context, sides.left, undefined);
    const right = sideProduct(context, sides.right, first);
    const left = first && right ? (sideProduct(context, sides.left, right) ?? first) : first;
    if (left && right && left.id !== right.id)
      return { confidence: asked ? 0.93 : 0.75, plan: () => comparePlan(left, right, 0.93) };
    if (asked && (left || right)) {
      const words = left ? sides.right : sides.left;
      return {
        confidence: 0.8,
        plan: () => ({ decision: 'compare', confidence: 0.8, steps: [{ step: 'compare-unknown', words }] }),
      };
    }
  }
  const wants = wantsOf(said.features);
  if (asked && wants.length === 0 && shown.length >= 2) {
    const [left, right] = shown;
    if (left && right) return { confidence: 0.8, plan: () => comparePlan(left, right, 0.8) };
  }
  if (!asked || wants.length > 0 || shown.length >= 2) return undefined;
  return {
    confidence: 0.5,
    plan: () => ({ decision: 'compare', confidence: 0.5, steps: [{ step: 'line', line: 'compareWhat' }] }),
  };
}

/** A turn that only points at something shown: 第二个, the cheaper one. */
export function proposeRefer(context: Context): Proposal | undefined {
  const { said } = context;
  const shown = shownOf(context);
  if (shown.length === 0 || wantsOf(said.features).length > 1) return undefined;
  const place = said.slots.ordinals[0];
  const { concepts } = said.features;
  const sorted = [...shown].sort((x, y) => x.price.amount - y.price.amount);
  const product =
    place !== undefined
      ? atPlace(shown, place)
      : concepts.has('cheaper')
        ? sorted[0]
        : concepts.has('dearer')
          ? sorted.at(-1)
          : undefined;
  if (!product) return undefined;
  return { confidence: 0.9, plan: () => aboutProduct(product, 0.9) };
}

/** Shows one product. */
export const aboutProduct = (product: Product, confidence: number): Plan => ({
  decision: 'about',
  confidence,
  source: product.id,
  steps: [{ step: 'about', product }],
  state: { focus: product.id },
  used: [product.id],
});

/** A word for a special kind of thing also as its general one: after 台灯, «落地的呢» looks among all lamps. */
const widened = (want: Segment): Segment => ({
  ...want,
  concepts: want.concepts.flatMap((concept) => [concept, ...(IS_A[concept] ?? []).slice(0, 1)]),
});

const whatKind = (confidence: number): Proposal => ({
  confidence,
  plan: () => ({ decision: 'which-kind', confidence, steps: [{ step: 'line', line: 'whatKind' }] }),
});

/** A search by words and budget. Confidence: what share of the words the catalogue knows, and whether goods were asked for. */
export function proposeSearch(context: Context): Proposal | undefined {
  const { said, knowledge, state } = context;
  const { catalogue } = knowledge;
  if (catalogue.products.length === 0) return undefined;
  const { concepts } = said.features;
  const { budget } = said.slots;
  // The name of a property is no thing to look for; «warm» is both, and stays.
  const words = wantsOf(said.features, ['price', 'stock']).filter(
    ({ concepts: one }) => one.length === 0 || !one.every((concept) => ATTRIBUTES.includes(concept)),
  );
  // A number goes on with a list, «220的呢», and begins none.
  const fresh = words.every(isScrap) && !(state.need !== undefined && isEllipsis(said)) ? [] : words;
  // A turn that names only a new limit, or another quality, goes on with what was looked for.
  const goesOn =
    state.need !== undefined &&
    (fresh.length === 0 ? budget !== undefined : isEllipsis(said) && thingsOf(fresh, catalogue).length === 0);
  const old = goesOn ? wantsOf(features(state.need ?? '', knowledge.vocabulary)) : [];
  const wants = fresh.length > 0 ? [...thingsOf(old, catalogue).map(widened), ...fresh] : old;
  const sought = seeksGoods(said) || goesOn;
  const things = thingsOf(wants, catalogue);
  const marked = sought || concepts.has('?whether');
  if (wants.length === 0 && !budget)
    return concepts.has('recommend') && !concepts.has('compare') ? whatKind(0.3) : undefined;
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
  const found = searchProducts(wants, budget, knowledge);
  // «And the bigger one?» goes on with the search only if something here is told by that word.
  if (goesOn && fresh.length > 0 && fresh.every((want) => found.missing.includes(want))) return undefined;
  const cheapFirst = concepts.has('cheaper');
  const result = cheapFirst
    ? { ...found, hits: [...found.hits].sort((a, b) => a.product.price.amount - b.product.price.amount) }
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
  if (things.length === 0 && result.hits.length === 0 && sought && budget) return whatKind(0.8);
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
  const gone = (result.soldOut ?? []).map(({ id }) => id);
  const used = [...gone, ...result.hits.map(({ product }) => product.id)];
  return {
    confidence,
    plan: () => ({
      decision: 'search',
      confidence,
      source: used.join(' '),
      steps: [{ step: 'search', wants, budget, result }],
      state: {
        shown: used.length > 0 ? used : state.shown,
        focus: gone[0] ?? (used.length === 1 ? used[0] : used.length > 1 ? undefined : state.focus),
        need: wants
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 120),
      },
      failed: used.length === 0 && !result.nearest,
      used,
    }),
  };
}

/** A sign that several currencies share says nothing against the shop's own. */
const sameSign = (a: string, b: string): boolean =>
  (a === 'USD' && /^(USD|CAD|AUD|NZD|SGD|HKD|TWD)$/.test(b)) || (a === 'CNY' && b === 'JPY');
