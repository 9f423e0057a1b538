import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { readFeatures, type Vocabulary } from '../text/features.ts';
import { majorPrice } from './hunt.ts';

/** One answer to a question that narrows, and how many products it leaves. */
export interface Option {
  /** `category=LEVEL`, `NAME=VALUE`, `max=AMOUNT` or `min=AMOUNT` in major units. */
  readonly value: string;
  /** In the merchant's words; absent for an amount. */
  readonly label?: string | undefined;
  readonly amount?: { readonly max?: number; readonly min?: number } | undefined;
  readonly leaves: number;
}

/** A question whose answer narrows what is looked for. */
export interface Question {
  /** `category`, `price`, or the name of a field in the merchant's words. */
  readonly about: string;
  readonly options: readonly Option[];
  /** Share of the candidates that an answer is expected to leave. */
  readonly leaves: number;
}

/** A question is worth asking when its answer about halves the candidates. */
const HALF = 0.6;

const MOST_OPTIONS = 4;

/** Share of the candidates that the buttons must speak of. */
const MOST_TOLD = 0.7;

/** A value that fits on a button. */
const SHORT = 20;

/** Properties by which nobody chooses, though goods may differ in them. */
const NO_CHOICE: ReadonlySet<string> = new Set([
  'origin',
  'standard',
  'shelf',
  'ship',
  'warranty',
  'weight',
  'craft',
  'care',
]);

/** Candidates that are enough to be shown at once. */
export const ENOUGH = 3;

/** Expected share that an answer leaves: those of its group, and those of whom it is not known. */
function expected(sizes: readonly number[], all: number): number {
  const known = sizes.reduce((sum, size) => sum + size, 0);
  const unknown = all - known;
  return known === 0 ? 1 : sizes.reduce((sum, size) => sum + (size / known) * ((size + unknown) / all), 0);
}

function grouped(about: string, texts: readonly (string | undefined)[]): Question | undefined {
  const sizes = new Map<string, number>();
  for (const text of texts) if (text !== undefined && text !== '') sizes.set(text, (sizes.get(text) ?? 0) + 1);
  const groups = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, MOST_OPTIONS);
  const told = groups.reduce((sum, [, size]) => sum + size, 0);
  // A value that each has alone is no kind of them.
  const alone = groups.every(([, size]) => size === 1);
  if (groups.length < 2 || alone || told < MOST_TOLD * texts.length) return undefined;
  // A measure is no answer that somebody has ready.
  if (groups.some(([text]) => text.length > SHORT || /\d/.test(text))) return undefined;
  return {
    about,
    options: groups.map(([text, leaves]) => ({ value: `${about}=${text}`, label: text, leaves })),
    leaves: expected(
      groups.map(([, size]) => size),
      texts.length,
    ),
  };
}

/** A round amount near the middle price, so that each side has about half. */
function byPrice(products: readonly Product[]): Question | undefined {
  const prices = products.map(majorPrice).sort((a, b) => a - b);
  const middle = prices[Math.floor(prices.length / 2)] ?? 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, middle))) - 1) * 5;
  const cut = Math.max(step, Math.round(middle / step) * step);
  const below = prices.filter((price) => price <= cut).length;
  const above = prices.filter((price) => price >= cut).length;
  if (below === 0 || above === 0 || below === prices.length) return undefined;
  return {
    about: 'price',
    options: [
      { value: `max=${cut}`, amount: { max: cut }, leaves: below },
      { value: `min=${cut}`, amount: { min: cut }, leaves: above },
    ],
    leaves: expected([below, above], below + above),
  };
}

/**
 * The question that is expected to leave the fewest candidates: the one with the largest information. Of a category or
 * field at most four values become buttons; products of the others, and those that do not state it, are left by every
 * answer in the reckoning. Undefined when no question halves what is there, or little enough is.
 */
export function bestQuestion(
  products: readonly Product[],
  asked: readonly string[],
  lang: string,
  vocabulary: Vocabulary,
): Question | undefined {
  if (products.length <= ENOUGH) return undefined;
  const names = [
    ...new Set(products.flatMap(({ attributes }) => attributes.map(({ name }) => pick(name, lang)))),
  ].filter((name) => ![...readFeatures(name, vocabulary).concepts].some((concept) => NO_CHOICE.has(concept)));
  const level = (at: number) => products.map(({ category }) => pick(category.at(at), lang));
  const narrowest = level(-1);
  const questions = [
    grouped('category', new Set(narrowest).size > MOST_OPTIONS ? level(0) : narrowest),
    ...names.map((name) =>
      grouped(
        name,
        products.map(({ attributes }) => {
          const found = attributes.find((one) => pick(one.name, lang) === name);
          return found && pick(found.value, lang);
        }),
      ),
    ),
    byPrice(products),
  ];
  return questions
    .filter((one) => one !== undefined)
    .filter(({ about, leaves }) => !asked.includes(about) && leaves <= HALF)
    .sort((a, b) => a.leaves - b.leaves)[0];
}
