import { type Fact, factsAbout } from '../graph/attribute-question.ts';
import { inUnit, isIn, judgeMeasure, judgeNamed, type Verdict } from '../graph/judge.ts';
import { readMeasureQuestion, unitWished } from '../graph/measure-question.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { isUpset } from '../understanding/mood.ts';
import { answerOnKind } from './answers-on-goods.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import { similarGoods } from './show-related.ts';

/** What the catalogue tells of each product alone. */
export const NEVER_MORE: ReadonlySet<string> = new Set(['price', 'stock']);

/** Properties whose fields enumerate what goes with the thing, so that a word in them is a yes and one ruled out a no. */
const ENUMERATED: ReadonlySet<string> = new Set(['induction', 'microwave', 'care']);

/** Yes or no to what was asked, where the fields say so beyond doubt. */
function verdictOf(asked: string, facts: readonly Fact[], { said }: Context): Verdict | undefined {
  const typed = facts.flatMap(({ typed: read }) => read?.() ?? []);
  const measure = readMeasureQuestion(said.normal.text);
  if (measure?.concept === asked) return judgeMeasure(measure, typed);
  const [fact] = facts;
  const asks = said.normal.question || /能|可以/.test(said.normal.text);
  if (!fact || facts.length > 1 || !asks || !ENUMERATED.has(asked) || typed.some(({ type }) => type === 'yes-no'))
    return undefined;
  const words = said.features.segments
    .filter(({ concepts, text }) => concepts.includes(asked) && text.length > 1 && !/^[能可怎]/.test(text))
    .map(({ text }) => text);
  return words.map((word) => judgeNamed(word, fact.value, asked === 'care')).find((one) => one !== undefined);
}

/** A plan that tells a property of a product, or that the shop does not state it. */
export function tellAttribute(context: Context, product: Product, asked: string, confidence: number): Plan {
  const { said, knowledge } = context;
  const facts = factsAbout(product, asked, said.features, said.lang, knowledge);
  const gone = asked === 'stock' && (product.stock === 0 || product.onSale === false);
  const instead = gone && !isUpset(said) ? similarGoods(product, context) : undefined;
  const answer = NEVER_MORE.has(asked) ? undefined : answerOnKind(context, product, asked);
  const verdict = verdictOf(asked, facts, context);
  const wished = unitWished(said.normal.text);
  const converted =
    wished === undefined || facts.some(({ value }) => isIn(wished, value))
      ? undefined
      : inUnit(
          wished,
          facts.flatMap(({ typed }) => typed?.() ?? []),
        );
  return {
    decision: 'attribute',
    confidence,
    source: product.id,
    steps: [
      { step: 'attribute', product, asked, facts, confidence, verdict, converted },
      ...(answer === undefined ? [] : [{ step: 'more', answers: [answer] } as const]),
      ...(instead ? [instead] : []),
    ],
    state: { focus: product.id, asked, ...(instead ? { shown: instead.items.map((item) => item.product.id) } : {}) },
    used: [product.id],
  };
}
