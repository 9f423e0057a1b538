import { ATTRIBUTES } from '../graph/attribute-question.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText, pick } from '../knowledge/localized.ts';
import { GOODS } from '../library/weights.ts';
import { MET } from '../selling/find-products.ts';
import { namesThing } from '../selling/things.ts';
import { type Features, readFeatures, type Segment } from '../text/features.ts';
import { circumstancesOf, mayGive } from '../understanding/circumstances.ts';
import { meet } from '../understanding/similarity.ts';
import type { Context } from './context.ts';

const CANDIDATES = 24;

/** The words of a question that name or describe goods, as against what is asked of them. */
const goodsIn = (segments: readonly Segment[], { knowledge }: Context): readonly Segment[] =>
  segments.filter(
    (segment) =>
      segment.weight >= 0.3 &&
      !segment.concepts.some((concept) => concept === '-' || ATTRIBUTES.includes(concept)) &&
      (segment.concepts.some((concept) => GOODS.has(concept)) || namesThing(segment, knowledge.catalogue)),
  );

/** Whether a product is all that these words say. */
function isAll(product: Product, goods: readonly Segment[], { knowledge }: Context): boolean {
  const { byId, index } = knowledge.catalogue;
  const doc = byId.get(product.id);
  return (
    doc !== undefined &&
    goods.every((word) => meet(word, (key) => Math.min(1, index.weight(doc, key) / 0.55), index.rarity).share >= MET)
  );
}

/**
 * Whether an answer is about goods alone, and not about this product: its questions name goods, none of them this
 * one, and none asks the property of goods at large.
 */
export function aboutOtherGoods(
  context: Context,
  answer: string,
  asked: string,
  product: Product | undefined,
): boolean {
  const { answers, vocabulary } = context.knowledge;
  const known = answers.get(answer);
  const questions = [known?.question, ...(known?.phrasings ?? [])].flatMap(everyText).map((text) => {
    const { segments, concepts } = readFeatures(text, vocabulary);
    return { goods: goodsIn(segments, context), asks: concepts.has(asked) };
  });
  if (questions.some(({ goods, asks }) => goods.length === 0 && asks)) return false;
  const named = questions.filter(({ goods }) => goods.length > 0);
  return named.length > 0 && !(product && named.some(({ goods }) => isAll(product, goods, context)));
}

/** The answer whose question asks the same of this kind of goods: «How do I care for wool?» of a woollen duvet. */
export function answerOnKind(context: Context, product: Product, asked: string): string | undefined {
  const { phrasings, vocabulary } = context.knowledge;
  const title: Features = readFeatures(pick(product.title, context.said.lang), vocabulary);
  const matter = `c:${asked}`;
  const now = circumstancesOf({ ...context.message, about: product.id }, context.state, context.knowledge);
  const found = phrasings.index.search(new Map([...title.units, [matter, 1]]), CANDIDATES, (doc) => {
    const phrasing = phrasings.docs[doc];
    return phrasing?.target.kind === 'answer' && !phrasing.body && phrasings.index.weight(doc, matter) > 0;
  });
  for (const { doc } of found) {
    const phrasing = phrasings.docs[doc];
    const goods = goodsIn(phrasings.segments(doc), context);
    const id = phrasing?.target.id;
    if (id !== undefined && goods.length > 0 && isAll(product, goods, context) && mayGive(id, now, context.knowledge))
      return id;
  }
  return undefined;
}
