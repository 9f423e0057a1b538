import type { Context } from '../dialogue/context.ts';
import type { Plan, Step } from '../dialogue/plan.ts';
import { type Fact, factsAbout } from '../graph/attribute-question.ts';
import type { Localized, Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { formatMoney } from '../reply/format.ts';
import { findProducts, wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import { clip } from '../text/clip.ts';
import { readFeatures, type Segment } from '../text/features.ts';
import { meet } from '../understanding/similarity.ts';
import { LINES } from './lines.ts';

/** Fields that are told, and characters of all of them. */
const MOST = 9;
const ROOM = 1_400;
const LONG = 420;

/** Words of a question that a field must have to be told as nearest to it. */
const SAYS = 0.4;

/** Share of the words that a text has, the rarest counting as much as any. */
function shareOf(wants: readonly Segment[], text: string, { knowledge }: Context): number {
  if (wants.length === 0) return 0;
  const { units } = readFeatures(text, knowledge.vocabulary);
  return wants.reduce(
    (sum, want) =>
      sum +
      meet(
        want,
        (key) => (units.has(key) ? 1 : 0),
        () => 1,
      ).share,
    0,
  );
}

const fill = (text: Localized, lang: string, values: Readonly<Record<string, string>>): string =>
  pick(text, lang).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** What a product costs now and cost before. */
export function priceOf({ price, was }: Product, lang: 'zh-CN' | 'en'): string {
  const now = formatMoney(price, lang);
  return was && was.amount > price.amount ? fill(LINES.before, lang, { price: now, was: formatMoney(was, lang) }) : now;
}

/** Where the shop says nothing on the one, what it says on the other is about it too. */
const NEAR: Readonly<Record<string, readonly string[]>> = { waterproof: ['care'], leak: ['care'] };

/** A field of a product, with how much of the question stands in it. */
interface Told extends Fact {
  readonly share: number;
}

/** The fields of a product, those with words of the question first; price and choices come with the others. */
function fieldsOf(product: Product, context: Context, asked?: readonly Segment[]): readonly Told[] {
  const { lang, features } = context.said;
  const title = readFeatures(pick(product.title, lang), context.knowledge.vocabulary).units;
  const named = wantsOf(features).filter(
    ({ concepts, grams }) =>
      !concepts.some((concept) => title.has(`c:${concept}`)) && !grams.every(([key]) => title.has(key)),
  );
  const wants = asked ?? named;
  const choices = (product.variants ?? []).map(({ label, price }) =>
    [pick(label, lang), price && formatMoney(price, lang)].filter(Boolean).join(' '),
  );
  const own = [
    ...product.attributes.map(({ name, value }) => [pick(name, lang), pick(value, lang)] as const),
    [pick(LINES.price, lang), priceOf(product, lang)] as const,
    ...(product.summary ? [[pick(LINES.summary, lang), pick(product.summary, lang)] as const] : []),
    ...(choices.length > 1 ? [[pick(LINES.choices, lang), choices.slice(0, 8).join(', ')] as const] : []),
  ];
  const rated = own.map(([name, value], at) => ({
    name,
    value: clip(value.replace(/\s+/g, ' ').trim(), LONG),
    share: shareOf(wants, `${name} ${value}`, context),
    at,
  }));
  let room = ROOM;
  return rated
    .sort((a, b) => b.share - a.share || a.at - b.at)
    .slice(0, MOST)
    .filter(({ name, value }, at) => {
      room -= name.length + value.length;
      return at === 0 || room >= 0;
    });
}

/** What is stated of a product beside a property that is not; the plan itself where nothing is. */
export function withNearFacts(plan: Plan, context: Context): Plan {
  const [step, ...rest] = plan.steps;
  if (step?.step !== 'attribute') return plan;
  const { said, knowledge } = context;
  const named = (NEAR[step.asked] ?? []).flatMap((one) =>
    factsAbout(step.product, one, said.features, said.lang, knowledge),
  );
  const near = named.length > 0 ? named : fieldsOf(step.product, context);
  return { ...plan, steps: [{ ...step, near }, ...rest] };
}

/** All that is stated of a product, what comes nearest to the question first, and the way to a person. */
export function tellDetails(
  product: Product,
  context: Context,
  matter = false,
): { readonly plan: Plan; readonly near: boolean } {
  const { catalogue } = context.knowledge;
  const asked = matter ? beside(thingsOf(wantsOf(context.said.features), catalogue), context) : undefined;
  const fields = fieldsOf(product, context, asked);
  return { near: fields.some(({ share }) => share > 0), plan: detailsOf(product, fields, context) };
}

/** Some of what is stated of a product, below its card where that was not seen yet. */
function detailsOf(product: Product, fields: readonly Told[], { said, state, message }: Context): Plan {
  const facts = fields.map(({ name, value }) => `- ${name}: ${value}`).join('\n');
  const step: Step = {
    step: 'flow',
    text: LINES.details,
    values: { title: pick(product.title, said.lang), facts },
    person: true,
  };
  const seen = state.focus === product.id || message.about === product.id;
  return {
    decision: 'details',
    confidence: 0.5,
    source: product.id,
    steps: seen ? [step] : [{ step: 'about', product }, step],
    state: { focus: product.id, last: `details:${product.id}` },
    used: [product.id],
  };
}

/** The words of a question beside the things that it names. */
const beside = (things: readonly Segment[], { said }: Context): readonly Segment[] =>
  said.features.segments.filter((one) => !things.includes(one) && !one.concepts.includes('-'));

/** Of goods that are only named by their kind, what one of them states that has most of the words of the question. */
export function tellKind(context: Context): Plan | undefined {
  const { said, knowledge } = context;
  const { catalogue } = knowledge;
  const wants = wantsOf(said.features);
  const things = thingsOf(wants, catalogue);
  if (things.length === 0) return undefined;
  const called = oneOfThese(things, catalogue);
  const rest = beside(things, context);
  let best: { readonly product: Product; readonly fields: readonly Told[] } | undefined;
  const most = ({ fields }: { readonly fields: readonly Told[] }) => fields[0]?.share ?? 0;
  for (const { product } of findProducts(wants, catalogue, (one) => one.onSale !== false && called(one)).slice(0, 6)) {
    const fields = fieldsOf(product, context, rest).filter(({ share }) => share > SAYS);
    if (fields.length > 0 && most({ fields }) > (best ? most(best) : 0)) best = { product, fields };
  }
  return best && detailsOf(best.product, best.fields.slice(0, 3), context);
}
