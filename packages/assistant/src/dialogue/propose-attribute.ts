import { factsAbout, factsByWords } from '../graph/attribute-question.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { findProducts, MET, wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import type { Segment } from '../text/features.ts';
import { isScrap } from '../text/scrap.ts';
import { coverage } from '../understanding/similarity.ts';
import { atPlace } from '../understanding/slots/ordinal.ts';
import { answerOnKind } from './answers-on-goods.ts';
import { askedOfGoods } from './asked-of-goods.ts';
import { type Context, focusOf, shownOf } from './context.ts';
import { isEllipsis } from './ellipsis.ts';
import { giveAnswer } from './give-answer.ts';
import type { Proposal } from './proposal.ts';
import { seeksGoods } from './seeks-goods.ts';
import { NEVER_MORE, tellAttribute } from './tell-attribute.ts';

/** The property that a sentence asks for while it names nothing but the product in focus, if there is one. */
export function askedAlone(
  context: Context,
): { readonly product: Product | undefined; readonly asked: string } | undefined {
  const { said, knowledge } = context;
  const product = focusOf(context);
  const question = askedOfGoods(context);
  const asked = question.asked.filter((one) => !NEVER_MORE.has(one));
  const [first] = asked;
  const { concepts } = said.features;
  if (first === undefined || seeksGoods(said) || !(asksSomething(said) || concepts.has('deictic'))) return undefined;
  if (
    ['price', 'stock', 'cheaper', 'dearer', 'compare'].some((one) => concepts.has(one)) ||
    said.slots.ordinals.length > 0
  )
    return undefined;
  const wants = question.words.filter((want) => !isScrap(want));
  const { catalogue } = knowledge;
  const here =
    wants.length === 0 ||
    (concepts.has('deictic') &&
      thingsOf(wants, catalogue).length === wants.length &&
      product !== undefined &&
      oneOfThese(wants, catalogue)(product));
  if (!here) return undefined;
  const told = product && asked.find((one) => factsAbout(product, one, said.features, said.lang, knowledge).length > 0);
  return { product, asked: told ?? first };
}

/** A property of the product in focus: its own field before any answer, else an answer on this kind of goods. */
function proposeOfFocus(context: Context): Proposal | undefined {
  const { product, asked } = askedAlone(context) ?? {};
  if (!product || asked === undefined) return undefined;
  const { said, knowledge } = context;
  const stated = factsAbout(product, asked, said.features, said.lang, knowledge).length > 0;
  const answer = stated ? undefined : answerOnKind(context, product, asked);
  if (answer !== undefined) return { confidence: FIRST, plan: () => giveAnswer(context, answer, SURE) };
  return stated ? { confidence: FIRST, plan: () => tellAttribute(context, product, asked, SURE) } : undefined;
}

const SURE = 0.97;

/** Above whatever an answer reaches, however like its question the sentence is. */
const FIRST = 1.1;

/** How much of the words a product answers to. */
const answersTo = ({ knowledge }: Context, product: Product, wants: readonly Segment[]): number => {
  const { catalogue } = knowledge;
  const doc = catalogue.byId.get(product.id);
  return doc === undefined
    ? 0
    : coverage(wants, (key) => Math.min(1, catalogue.index.weight(doc, key) / 0.55), catalogue.index.rarity);
};

/** Which product a question is about: a place in the list, the one in focus, one that is named, or several. */
function subjects(
  context: Context,
  wants: readonly Segment[],
): { readonly products: readonly Product[]; readonly sure: number } {
  const shown = shownOf(context);
  const place = context.said.slots.ordinals[0];
  const placed = place === undefined ? undefined : atPlace(shown, place);
  if (placed) return { products: [placed], sure: 0.95 };
  const { concepts } = context.said.features;
  if (shown.length > 1 && (concepts.has('cheaper') || concepts.has('dearer'))) {
    const sorted = [...shown].sort((a, b) => a.price.amount - b.price.amount);
    const one = concepts.has('cheaper') ? sorted[0] : sorted.at(-1);
    if (one) return { products: [one], sure: 0.9 };
  }
  const { catalogue } = context.knowledge;
  const things = thingsOf(wants, catalogue);
  const called = oneOfThese(things, catalogue);
  const about = focusOf(context);
  // Who names another thing has left the product in focus.
  const focus = about && called(about) ? about : undefined;
  if (focus && (wants.length === 0 || answersTo(context, focus, wants) >= MET)) return { products: [focus], sure: 0.9 };
  if (wants.length > 0) {
    const named = findProducts(
      wants,
      catalogue,
      (product) => product.onSale !== false && called(product),
      things.length === 0,
    );
    const best = named[0];
    if (best && (things.length > 0 || best.coverage >= 0.6)) {
      const rivals = named.filter(({ coverage: share }) => share >= best.coverage - 0.03);
      return { products: rivals.slice(0, 3).map(({ product }) => product), sure: rivals.length === 1 ? 0.88 : 0.7 };
    }
    if (focus && concepts.has('deictic')) return { products: [focus], sure: 0.8 };
    // Words that name no product here leave the one in focus, unless an answer fits them better.
    if (focus) return { products: [focus], sure: 0.66 };
    return { products: [], sure: 0 };
  }
  if (shown.length === 1) return { products: shown, sure: 0.8 };
  return { products: shown.slice(0, 3), sure: shown.length > 1 ? 0.64 : 0.45 };
}

/** How much of something, as against what it costs. */
const HOW_MUCH = /\bhow much \w{3,}(?<!does|would|will|are|the|this|that|these|those|for|cost|is|was)\b/;

/** Properties whose words also say what is wanted. */
const DESCRIBES: ReadonlySet<string> = new Set(['warmth', 'season', 'waterproof', 'shading', 'leak']);

/** Whether there is a question at all: «duvet for winter» describes what is wanted. */
export const asksSomething = ({ normal, features }: Context['said']): boolean =>
  normal.question ||
  /怎|咋|如何|能|可以/.test(normal.text) ||
  [...features.concepts].some((one) => one.startsWith('?') || one === 'price' || one === 'stock');

/** A question about a property of goods: what is it made of, 能机洗吗, 多少钱, 有货吗. */
export function proposeAttribute(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  if (knowledge.catalogue.products.length === 0) return undefined;
  const { asked: named, words, wants } = askedOfGoods(context);
  const before = named.length === 0 && isEllipsis(said) ? context.state.asked : undefined;
  const asked = before === undefined ? named : [before];
  const [first] = asked;
  if (first === undefined) return proposeByWords(context);
  // What bringing it costs is a matter of the shop.
  if (first === 'price' && said.features.concepts.has('freight')) return undefined;
  const focus = proposeOfFocus(context);
  if (focus) return focus;
  const { products, sure } = subjects(context, wants);
  if (sure === 0) return undefined;
  const [product] = products;
  if (product && products.length === 1) {
    // Of several readings of a word the one that the shop states is told.
    const lang = said.lang;
    const told =
      asked.find((one) => factsAbout(product, one, said.features, lang, knowledge).length > 0) ??
      asked.find((one) => one === 'price' || one === 'stock') ??
      first;
    // «How much light does it block» has the words of a price and asks another thing.
    const other = told !== 'price' && told !== 'stock' && HOW_MUCH.test(said.normal.text);
    const main = (first === 'price' && !other) || first === 'stock' ? first : told;
    return { confidence: sure, plan: () => tellAttribute(context, product, main, sure) };
  }
  // «Any duvets for winter?» wants to see some, not to know the season of one.
  if (products.length !== 1 && (seeksGoods(said) || (DESCRIBES.has(first) && !asksSomething(said)))) return undefined;
  // «How big a duvet for a bed of 1.8 m» is told by those that fit it.
  if (products.length !== 1 && words.length > wants.length) return undefined;
  return {
    confidence: sure * 0.95,
    plan: () => ({
      decision: 'which-product',
      confidence: sure,
      steps: [{ step: 'which-product', asked: first, products }],
      failed: false,
      used: products.map(({ id }) => id),
    }),
  };
}

/** A question about one product, in focus or named, whose words stand in one of its fields: 遮光吗, does the robe shrink. */
function proposeByWords(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  const { catalogue } = knowledge;
  const things = thingsOf(wantsOf(said.features), catalogue);
  const called = oneOfThese(things, catalogue);
  const about = focusOf(context);
  const kin =
    things.length > 0 && !seeksGoods(said)
      ? findProducts(things, catalogue, (product) => product.onSale !== false && called(product))
      : [];
  const [only] = kin.length === 1 ? kin : [];
  const focus = about && called(about) ? about : only?.product;
  const { concepts } = said.features;
  if (!focus || !(said.normal.question || concepts.has('deictic') || concepts.has('?whether'))) return undefined;
  const wants = wantsOf(said.features).filter(
    (want) => !things.includes(want) && !pick(focus.title, said.lang).toLowerCase().includes(want.text),
  );
  if (wants.every(isScrap)) return undefined;
  const { facts, share } = factsByWords(focus, wants, said.lang, knowledge.vocabulary);
  if (share < MET) return undefined;
  // One word after a product, 粉的有没有, is asked of it, where it says something on that.
  const short = focus === about && things.length === 0 && wants.length === 1 && !said.slots.budget;
  const confidence = share >= 0.8 && (only || short) ? 0.93 : 0.5 + 0.35 * share;
  return {
    confidence,
    plan: () => ({
      decision: 'attribute',
      confidence,
      source: focus.id,
      steps: [{ step: 'attribute', product: focus, asked: 'other', facts, confidence }],
      state: { focus: focus.id },
      used: [focus.id],
    }),
  };
}
