import { type Features, readFeatures, type Vocabulary } from '../text/features.ts';
import { GRAM_WEIGHTS, gramsOf } from '../text/grams.ts';
import { normalise } from '../text/normalise.ts';

/** What letters and words weigh beside what they mean; chosen with {@link ALIKE}. */
const WORDS = 0.7;
/** The engine's own grams, letters for less: texts are compared with each other, no model learns what of them matters. */
const WEIGHTS = { ...GRAM_WEIGHTS, letters: 0, pair: 0.5, sign: 0 };
/** The answer that a person gave to it tells more than any word. */
const ANSWERED = 0.6;

/**
 * Cosine from which on two questions are asked alike. With the weights above chosen on the validation part of CLINC150, a fold of
 * HWU64 and the library's own phrasings: two to four of five questions that are grouped there by three and more belong together.
 */
export const ALIKE = 0.55;

const lengthOf = (terms: Iterable<readonly [unknown, number]>): number => {
  let sum = 0;
  for (const [, weight] of terms) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};

/**
 * What a question is compared by: what its words mean, so that two languages meet, the words themselves, and the answer that a
 * person gave to it.
 */
export function termsOf(
  text: string,
  answered: string | undefined,
  vocabulary: Vocabulary,
): ReadonlyMap<string, number> {
  const { units }: Features = readFeatures(text, vocabulary);
  const grams = gramsOf(normalise(text, vocabulary.simplify).text, new Map(), WEIGHTS);
  const terms = new Map<string, number>();
  const [meaning, words] = [lengthOf(units), lengthOf(grams)];
  for (const [key, weight] of units) terms.set(key, weight / meaning);
  for (const [key, weight] of grams) terms.set(`g:${key}`, (WORDS * weight) / words);
  if (answered !== undefined) terms.set(`a:${answered}`, ANSWERED);
  return terms;
}
