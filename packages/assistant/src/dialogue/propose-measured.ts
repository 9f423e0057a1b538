import { ATTRIBUTES, askedAttributes } from '../graph/attribute-question.ts';
import { type MeasureQuestion, readMeasureQuestion } from '../graph/measure-question.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { findProducts, wantsOf, withinLimits } from '../selling/find-products.ts';
import { isNumber, oneOfThese, thingsOf } from '../selling/things.ts';
import { features } from '../text/features.ts';
import type { Context } from './context.ts';
import type { Proposal } from './proposal.ts';

const SHOWN = 6;

const SURE = 0.94;

/** What a measure is of when no word says so. */
const BY_UNIT: Readonly<Record<string, string>> = {
  g: 'weight',
  ml: 'capacity',
  W: 'power',
  cm: 'size',
  min: 'battery',
};

/** Whether a property of a product is within a limit, and the field that says so; `unsure` where none says it beyond doubt. */
function within(
  product: Product,
  property: string,
  { quantity }: MeasureQuestion,
  { knowledge, said }: Context,
): { readonly is: boolean | 'unsure'; readonly reason: string } {
  const [limit] = quantity.sides;
  let is: boolean | 'unsure' = 'unsure';
  for (const { name, value, concepts, read } of knowledge.graph.fields(product)) {
    if (!concepts.has(property)) continue;
    const { quantities, doubts } = read(said.lang);
    const stated = doubts.length > 0 ? [] : quantities.filter(({ unit }) => unit === quantity.unit);
    if (stated.length === 0) continue;
    const fits = stated.some(({ sides }) => {
      const top = Math.max(...sides.map(({ from, to }) => to ?? from ?? 0));
      return !(limit?.from !== undefined && top < limit.from) && !(limit?.to !== undefined && top > limit.to);
    });
    if (fits) return { is: true, reason: `${pick(name, said.lang)} ${pick(value, said.lang)}` };
    is = false;
  }
  return { is, reason: '' };
}

/** Goods with a limit of what they bear, hold, weigh or measure: 承重100公斤以上的凳子, a suitcase under 3 kg. */
export function proposeMeasured(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  const limit = readMeasureQuestion(said.normal.text);
  const [side] = limit?.quantity.sides ?? [];
  if (!limit || !side || (side.from !== undefined && side.to !== undefined)) return undefined;
  const spoken = features(limit.rest, knowledge.vocabulary);
  const { catalogue } = knowledge;
  const wants = wantsOf(spoken, ATTRIBUTES).filter((want) => !isNumber(want));
  const things = thingsOf(wants, catalogue);
  const property = askedAttributes(spoken)[0] ?? BY_UNIT[limit.quantity.unit];
  if (things.length === 0 || property === undefined) return undefined;
  const called = oneOfThese(things, catalogue);
  const kind = findProducts(wants, catalogue, (product) => withinLimits(product, said.slots.budget) && called(product));
  if (kind.length === 0) return undefined;
  const judged = kind.map(({ product }) => ({ product, ...within(product, property, limit, context) }));
  const hits = judged.filter(({ is }) => is === true);
  // That there is none is said only where every one of them says so.
  if (hits.length === 0 && judged.some(({ is }) => is === 'unsure')) return undefined;
  const shown = hits.slice(0, SHOWN).map(({ product }) => product.id);
  const name = things.map(({ text }) => text).join(' ');
  return {
    confidence: SURE,
    plan: () => ({
      decision: 'search',
      confidence: SURE,
      source: shown.join(' '),
      steps: [{ step: 'measured', hits: hits.slice(0, SHOWN), name, limit: limit.phrase, more: hits.length > SHOWN }],
      state: {
        ...(shown.length > 0 ? { shown } : {}),
        focus: shown.length === 1 ? shown[0] : undefined,
      },
      failed: shown.length === 0,
      used: shown,
    }),
  };
}
