import type { Context } from '../dialogue/context.ts';
import type { Plan, Step } from '../dialogue/plan.ts';
import type { Localized, Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { formatMoney } from '../reply/format.ts';
import { wantsOf } from '../selling/find-products.ts';
import { clip } from '../text/clip.ts';
import { readFeatures, type Segment } from '../text/features.ts';
import { meet } from '../understanding/similarity.ts';
import { LINES } from './lines.ts';

/** Fields that are told, and characters of all of them. */
const MOST = 9;
const ROOM = 1_400;
const LONG = 420;

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

/** The fields of a product, those with words of the question first; price and choices come with the others. */
function fieldsOf(product: Product, context: Context): readonly string[] {
  const { lang, features } = context.said;
  const title = readFeatures(pick(product.title, lang), context.knowledge.vocabulary).units;
  const wants = wantsOf(features).filter(
    ({ concepts, grams }) =>
      !concepts.some((concept) => title.has(`c:${concept}`)) && !grams.every(([key]) => title.has(key)),
  );
  const choices = (product.variants ?? []).map(({ label, price }) =>
    [pick(label, lang), price && formatMoney(price, lang)].filter(Boolean).join(' '),
  );
  const own = [
    ...product.attributes.map(({ name, value }) => [pick(name, lang), pick(value, lang)] as const),
    [pick(LINES.price, lang), priceOf(product, lang)] as const,
    ...(choices.length > 1 ? [[pick(LINES.choices, lang), choices.slice(0, 8).join(', ')] as const] : []),
  ];
  return own
    .map(([name, value], at) => ({
      line: `- ${name}: ${clip(value.replace(/\s+/g, ' ').trim(), LONG)}`,
      share: shareOf(wants, `${name} ${value}`, context),
      at,
    }))
    .sort((a, b) => b.share - a.share || a.at - b.at)
    .map(({ line }) => line);
}

/** All that is stated of a product, what comes nearest to the question first, and the way to a person. */
export function tellDetails(product: Product, context: Context): Plan | undefined {
  const { lang } = context.said;
  const facts: string[] = [];
  let room = ROOM;
  for (const line of fieldsOf(product, context).slice(0, MOST)) {
    room -= line.length;
    if (room < 0 && facts.length > 0) break;
    facts.push(line);
  }
  if (facts.length === 0) return undefined;
  const step: Step = {
    step: 'flow',
    text: LINES.details,
    values: { title: pick(product.title, lang), facts: facts.join('\n') },
    person: true,
  };
  const seen = context.state.focus === product.id || context.message.about === product.id;
  return {
    decision: 'details',
    confidence: 0.5,
    source: product.id,
    steps: seen ? [step] : [{ step: 'about', product }, step],
    state: { focus: product.id, last: `details:${product.id}` },
    used: [product.id],
  };
}
