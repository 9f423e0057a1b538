import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { IS_A } from '../library/weights.ts';
import { wantsOf, withinLimits } from '../selling/find-products.ts';
import { type Hunt, withinChoice } from '../selling/hunt.ts';
import { bestQuestion, ENOUGH } from '../selling/narrow.ts';
import { type SearchResult, searchProducts } from '../selling/search.ts';
import { mentions, stemOf, type Tag, tasteFor } from '../selling/taste.ts';
import { namesThing } from '../selling/things.ts';
import { features, readFeatures, type Segment } from '../text/features.ts';
import { isUpset } from '../understanding/mood.ts';
import { meet } from '../understanding/similarity.ts';
import { answerOnKind } from './answers-on-goods.ts';
import type { Context } from './context.ts';
import type { Plan, Step } from './plan.ts';

/** Questions that one hunt may ask. */
const QUESTIONS = 3;

/** What is looked for must have none of this: nine tenths of a word is that word. */
const HAS = 0.8;

/** A word for a special kind of thing also as its general one: after 台灯, «落地的呢» looks among all lamps. */
export const widened = (want: Segment): Segment => ({
  ...want,
  concepts: want.concepts.flatMap((concept) => [concept, ...(IS_A[concept] ?? []).slice(0, 1)]),
});

/** The words of a hunt that name or describe goods. */
export function wantsIn({ words, wide }: Hunt, { knowledge }: Context): readonly Segment[] {
  const wants = wantsOf(features(words, knowledge.vocabulary));
  return wide ? wants.map((want) => (namesThing(want, knowledge.catalogue) ? widened(want) : want)) : wants;
}

/** Tells whether a product has nothing of what it must not have. */
function hasNone(words: readonly string[], { knowledge }: Context): (product: Product) => boolean {
  const { byId, index } = knowledge.catalogue;
  // 竹子 is said of 毛竹 too.
  const stems = words.map(stemOf);
  const unwanted = words.flatMap((word) => readFeatures(word, knowledge.vocabulary).segments);
  return (product) => {
    const doc = byId.get(product.id) ?? 0;
    return (
      !stems.some((stem) => mentions(product, stem)) &&
      unwanted.every((word) => meet(word, (key) => Math.min(1, index.weight(doc, key) / 0.3), index.rarity).share < HAS)
    );
  };
}

/** Words of what must not be in it: those of this hunt, and what the shopper is known to avoid. */
const avoidedBy = ({ without = [] }: Hunt, tags: readonly Tag[]): readonly string[] => [
  ...without,
  ...tags.flatMap(({ kind, value }) => (kind === 'avoids' ? [value] : [])),
];

/** Tells whether a product is within all limits of a hunt, whatever it is called. */
export function isWithin(hunt: Hunt, context: Context): (product: Product) => boolean {
  const choice = withinChoice(hunt);
  const clean = hasNone(avoidedBy(hunt, context.state.tags ?? []), context);
  return (product) => withinLimits(product, hunt.budget) && choice(product) && clean(product);
}

/** What a hunt finds: all its limits hold, and what the shopper is known to avoid is left out. */
export function searchHunt(
  hunt: Hunt,
  context: Context,
  tags: readonly Tag[] = context.state.tags ?? [],
): SearchResult {
  const choice = withinChoice(hunt);
  const clean = hasNone(avoidedBy(hunt, tags), context);
  return searchProducts(
    wantsIn(hunt, context),
    {
      budget: hunt.budget,
      accept: (product) => choice(product) && clean(product),
      taste: tags.length > 0 ? (product) => tasteFor(product, tags).score : undefined,
    },
    context.knowledge,
  );
}

/** Whether a merchant's answer is on giving goods back, which is no guide to buying them. */
function onReturns(id: string, { knowledge }: Context): boolean {
  const question = everyText(knowledge.answers.get(id)?.question);
  const concepts = question.flatMap((text) => [...readFeatures(text, knowledge.vocabulary).concepts]);
  return concepts.some((concept) => concept === 'return' || concept === 'refund' || concept === 'exchange');
}

/** An answer of the merchant that helps to choose or to keep such a thing. */
function guideFor(product: Product | undefined, context: Context): string | undefined {
  for (const matter of product ? ['recommend', 'compare', 'care'] : []) {
    const found = product && answerOnKind(context, product, matter);
    if (found !== undefined && !onReturns(found, context)) return found;
  }
  return undefined;
}

/** What is shown of a hunt: three cards, and beneath them a question that halves what is left, else a guide. */
export function planHunt(hunt: Hunt, result: SearchResult, context: Context, confidence: number): Plan {
  const { said, state } = context;
  const asked = hunt.asked ?? [];
  const pool = result.hits.map(({ product }) => product);
  const shown = pool.slice(0, ENOUGH);
  const mayAsk = !isUpset(said) && result.missing.length === 0 && !result.soldOut && asked.length < QUESTIONS;
  const question = mayAsk
    ? bestQuestion(pool, hunt.budget ? [...asked, 'price'] : asked, said.lang, context.knowledge.vocabulary)
    : undefined;
  const guide =
    question || isUpset(said) || result.soldOut || shown.length === 0 ? undefined : guideFor(shown[0], context);
  const gone = (result.soldOut ?? []).map(({ id }) => id);
  const used = [...gone, ...shown.map(({ id }) => id)];
  const beneath: readonly Step[] = question
    ? [{ step: 'narrow', question, kind: false, more: pool.length > ENOUGH }]
    : guide !== undefined && guide !== state.last?.slice('answer:'.length)
      ? [{ step: 'more', answers: [guide] }]
      : [];
  return {
    decision: 'search',
    confidence,
    source: used.join(' '),
    steps: [
      {
        step: 'search',
        wants: wantsIn(hunt, context),
        budget: hunt.budget,
        kind: hunt.category,
        result: { ...result, hits: result.hits.slice(0, ENOUGH) },
        more: pool.length > ENOUGH,
        tags: state.tags,
      },
      ...beneath,
    ],
    state: {
      shown: used.length > 0 ? used : state.shown,
      focus: gone[0] ?? (used.length === 1 ? used[0] : used.length > 1 ? undefined : state.focus),
      hunt: { ...hunt, asked: question ? [...asked, question.about] : asked },
    },
    failed: used.length === 0 && !result.nearest,
    used,
  };
}
