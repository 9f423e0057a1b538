import type { Flows } from '../dialogue/flows.ts';
import { finish } from '../finish.ts';
import { type FlowStarts, flowStarts } from '../flows/triggers.ts';
import { ATTRIBUTES } from '../graph/attribute-question.ts';
import { correct } from '../graph/corrections.ts';
import { createGraph, type Graph } from '../graph/graph.ts';
import type { LanguagePack } from '../library/language-pack.ts';
import type { Intents } from '../library/open-intents.ts';
import type { Voice } from '../reply/templates/wordings.ts';
import type { SellingTalk } from '../selling/selling-talk.ts';
import { asWritten, type Simplify } from '../text/characters.ts';
import { features, type Vocabulary } from '../text/features.ts';
import type { Language } from '../text/language.ts';
import { createLexicon, type Lexicon } from '../text/lexicon.ts';
import { type NormalText, normalise } from '../text/normalise.ts';
import { createSpeller } from '../text/speller.ts';
import { createMoodReader, type Mood } from '../understanding/mood.ts';
import { type Catalogue, catalogueSteps } from './catalogue.ts';
import type { KnowledgeAnswer, KnowledgeSource, Localized } from './knowledge-source.ts';
import { everyText } from './localized.ts';
import { type Phrasings, phrasingSteps } from './phrasings.ts';

/** All that a turn may speak from, compiled for looking up. Built once for a shop; it never changes. */
export interface Knowledge {
  readonly source: KnowledgeSource;
  readonly vocabulary: Vocabulary;
  /** Reads the mood of a sentence. */
  readonly mood: (normal: NormalText) => Mood;
  /** How it speaks, by language: of one whose pack is not loaded it knows nothing. */
  readonly voices: ReadonlyMap<Language, Voice>;
  /** How shoppers speak when they choose, a language each. */
  readonly selling: readonly SellingTalk[];
  readonly phrasings: Phrasings;
  readonly catalogue: Catalogue;
  /** Products with their fields, typed. */
  readonly graph: Graph;
  readonly answers: ReadonlyMap<string, KnowledgeAnswer>;
  /** The library of service intents in a language; undefined while it is not loaded, or when there is none. */
  readonly intents: (lang: Language) => Intents | undefined;
  /** Which flows begin with what. */
  readonly starts: FlowStarts;
  /** The flows themselves; undefined while they are not loaded. */
  readonly flows: () => Flows | undefined;
  /** Tools that the shop's systems carry out, beside orders and their addresses. */
  readonly tools: ReadonlySet<string>;
}

const WORD = /[a-z]{4,}/g;
const LETTERS = /[A-Za-z]{4}/;

function latinWords(source: KnowledgeSource): Map<string, number> {
  const counts = new Map<string, number>();
  const read = (text: Localized | undefined) => {
    // Most texts of a Chinese shop have no such word, and are told so without a copy.
    for (const one of everyText(text))
      if (LETTERS.test(one))
        for (const word of one.toLowerCase().match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const product of source.products) {
    read(product.title);
    read(product.brand);
    product.category.forEach(read);
    product.keywords?.forEach(read);
    for (const { name, value } of product.attributes) {
      read(name);
      read(value);
    }
  }
  for (const answer of source.answers) {
    read(answer.question);
    answer.phrasings?.forEach(read);
    read(answer.answer);
  }
  return counts;
}

const NAME = /^\p{Script=Han}{2,6}$/u;

/**
 * Keywords, categories and choices of the merchant that the tables know nothing of, or would cut apart: 行李箱 is not
 * «all right» and a case. What the tables do know keeps its meaning.
 */
function merchantNames({ products }: KnowledgeSource, lexicon: Lexicon, simplify: Simplify): readonly string[] {
  const vocabulary: Vocabulary = { lexicon, spell: (word) => word, simplify };
  const seen = new Set<string>();
  const names: string[] = [];
  const read = (text: Localized | undefined) => {
    for (const one of everyText(text))
      for (const word of one.split(/[\s/、，,（）()]+/)) {
        if (seen.has(word) || !NAME.test(word)) continue;
        seen.add(word);
        const plain = normalise(word, simplify).text;
        const { segments } = features(plain, vocabulary);
        const knows = segments.some(({ concepts, weight }) => concepts.length > 0 && weight >= 0.6);
        // A name that only begins with a word of asking is none: 洗发水 does not ask how it is washed.
        const asks = segments[0]?.concepts.some((concept) => ATTRIBUTES.includes(concept));
        if (!knows || (asks && segments.at(-1)?.concepts.length === 0)) names.push(plain);
      }
  };
  for (const product of products) {
    product.category.forEach(read);
    product.keywords?.forEach(read);
    for (const variant of product.variants ?? []) read(variant.label);
  }
  return names;
}

/**
 * Compiles a merchant's data for shoppers who write the languages of these packs, in steps of some milliseconds: whoever runs
 * them answers others meanwhile. All of them take one to two seconds for 10,000 answers and 10,000 products.
 *
 * @param intents - the library of service intents, which may be loaded later; without it the merchant's data speak alone.
 * @param flows - the flows, by `loadFlows`; a turn that needs them before they are there asks the host to load them.
 */
export function* knowledgeSteps(
  packs: readonly LanguagePack[],
  given: KnowledgeSource,
  intents: Knowledge['intents'] = () => undefined,
  flows: Knowledge['flows'] = () => undefined,
): Generator<undefined, Knowledge> {
  const source = { ...given, products: correct(given.products, given.corrections) };
  const tables = packs.flatMap(({ concepts }) => concepts);
  const simplify = packs.find((pack) => pack.simplify)?.simplify ?? asWritten;
  const lexicon = createLexicon(tables, merchantNames(source, createLexicon(tables), simplify));
  yield;
  const known = latinWords(source);
  yield;
  // A word of the tables wins over a rare misspelling in the merchant's own text.
  for (const word of lexicon.words) known.set(word, (known.get(word) ?? 0) + 5);
  const vocabulary: Vocabulary = { lexicon, spell: createSpeller(known), simplify };
  return {
    source,
    vocabulary,
    mood: createMoodReader(packs),
    // Where spaces set words apart, the ends of what is named are told more surely: those languages come first.
    selling: [...packs].sort((a, b) => Number(b.spaced) - Number(a.spaced)).map(({ selling }) => selling),
    voices: new Map(packs.map(({ lang, voice }) => [lang, voice])),
    phrasings: yield* phrasingSteps(
      source.answers,
      packs.map(({ phrases }) => phrases),
      vocabulary,
    ),
    catalogue: yield* catalogueSteps(source.products, vocabulary),
    graph: createGraph(vocabulary, source.corrections),
    answers: new Map(source.answers.map((answer) => [answer.id, answer])),
    intents,
    starts: flowStarts(source.flows, simplify, source.flowsOff),
    flows,
    tools: new Set(source.tools),
  };
}

/** Compiles a merchant's data at once: {@link knowledgeSteps} without a pause. */
export const compileKnowledge = (...given: Parameters<typeof knowledgeSteps>): Knowledge =>
  finish(knowledgeSteps(...given));
