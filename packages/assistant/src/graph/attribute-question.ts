import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText, pick } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import { type Features, features, readFeatures, type Segment, type Vocabulary } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { meet } from '../understanding/similarity.ts';
import type { Field } from './graph.ts';
import type { TypedValue } from './read-value.ts';

/** Concepts that ask for a property of goods. */
export const ATTRIBUTES: readonly string[] =
  'material filling weight size fit capacity colour origin care warmth season power battery waterproof pieces people standard shelf brand craft shading load firm scent burning microwave induction leak price stock'.split(
    ' ',
  );

/** Where a property is told under another name as well. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  material: ['filling'],
  filling: ['material'],
  warmth: ['season', 'weight', 'filling'],
  season: ['warmth'],
  people: ['size'],
  pieces: ['size'],
  capacity: ['size'],
  fit: ['size'],
  size: ['fit'],
  waterproof: ['leak'],
  leak: ['waterproof'],
};

/** A field of the catalogue that answers, quoted. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What the whole field says; absent where only a sentence of it is quoted. */
  readonly typed?: (() => TypedValue) | undefined;
}

/** The properties a sentence asks for, the most telling word first. */
export const askedAttributes = (said: Features): readonly string[] =>
  said.segments
    .filter(({ concepts }) => !concepts.includes('-'))
    .flatMap(({ concepts }) => concepts.filter((concept) => ATTRIBUTES.includes(concept)))
    .filter((concept, i, all) => all.indexOf(concept) === i);

const LONG = 500;

const SHORT = 60;

/**
 * The sentence of a value that speaks of the matter. A short value is a fact by its meaning; in a paragraph of advice
 * only the very word that was asked for is, for such paragraphs mention everything.
 */
function sentenceWith(
  value: string,
  concept: string,
  words: readonly string[],
  vocabulary: Vocabulary,
): string | undefined {
  for (const sentence of value.split(/(?<=[。！？!?；;\n])/)) {
    const text = normalise(sentence, vocabulary.simplify).text;
    const speaks =
      value.length <= SHORT
        ? features(text, vocabulary).concepts.has(concept)
        : words.some((word) => word.length > 1 && text.includes(word));
    if (speaks) return sentence.trim();
  }
  return undefined;
}

/**
 * The facts of a product about a property: fields of that name first, then a field of a neighbouring name, then the
 * sentence of any value or of the summary that speaks of it. Empty when the catalogue does not state it.
 */
export function factsAbout(
  product: Product,
  concept: string,
  said: Features,
  lang: string,
  { graph, vocabulary }: Pick<Knowledge, 'graph' | 'vocabulary'>,
): readonly Fact[] {
  const fields = graph.fields(product);
  const show = (found: readonly Field[]): readonly Fact[] =>
    found.slice(0, 3).map(({ name, value, read }) => ({
      name: pick(name, lang),
      value: clip(pick(value, lang), LONG),
      typed: () => read(lang),
    }));

  const words = said.segments.filter(({ concepts }) => concepts.includes(concept)).map(({ text }) => text);
  const exact = fields.filter(({ name }) =>
    everyText(name).some((one) => words.some((word) => word.length > 1 && one.toLowerCase() === word)),
  );
  if (exact.length > 0) return show(exact);
  // 线多长 of a fan with a field for its cable.
  const title = everyText(product.title).join(' ').toLowerCase();
  const parts = said.segments.filter(
    ({ concepts, text, weight }) =>
      concepts.length === 0 && weight >= 0.3 && /\p{L}/u.test(text) && !title.includes(text),
  );
  const ofPart = fields.filter(({ name }) =>
    everyText(name).some((one) => parts.some(({ text }) => one.toLowerCase().includes(text))),
  );
  if (ofPart.length > 0) return show(ofPart);
  // «What is it made of» wants all of it, cover and filling; a field asked for by its name was told above.
  const all = concept === 'material';
  for (const wanted of [concept, ...(BESIDE[concept] ?? [])]) {
    const named = fields.filter(({ concepts }) => concepts.has(wanted) || (all && concepts.has('filling')));
    if (named.length > 0) return show(named);
    if (wanted !== concept) continue;
    for (const { name, value } of fields) {
      const quoted = sentenceWith(pick(value, lang), concept, words, vocabulary);
      if (quoted) return [{ name: pick(name, lang), value: clip(quoted, LONG) }];
    }
  }
  if (concept === 'brand' && product.brand) return [{ name: '', value: pick(product.brand, lang) }];
  return [];
}

/** The field of this product whose name or value has the words that were said, for properties no table knows. */
export function factsByWords(
  product: Product,
  wants: readonly Segment[],
  lang: string,
  vocabulary: Vocabulary,
): { readonly facts: readonly Fact[]; readonly share: number } {
  let best: { facts: readonly Fact[]; share: number } = { facts: [], share: 0 };
  for (const { name, value } of product.attributes) {
    const { units } = readFeatures(`${pick(name, lang)} ${pick(value, lang).slice(0, 400)}`, vocabulary);
    let share = 0;
    for (const want of wants)
      share +=
        meet(
          want,
          (key) => (units.has(key) ? 1 : 0),
          () => 1,
        ).share / wants.length;
    if (share > best.share) best = { share, facts: [{ name: pick(name, lang), value: clip(pick(value, lang), LONG) }] };
  }
  return best;
}
