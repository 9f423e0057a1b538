import { finish } from '../finish.ts';
import { holds } from '../knowledge/condition.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { KnowledgeAnswer, Localized } from '../knowledge/knowledge-source.ts';
import { likeness } from '../knowledge/likeness.ts';
import { pick } from '../knowledge/localized.ts';
import { features } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { indexSteps } from '../understanding/inverted-index.ts';
import { coverage } from '../understanding/similarity.ts';
import { questionKeys, typedKeys } from './typed-keys.ts';

/**
 * Questions of the merchant's knowledge base that somebody may be about to ask, the likeliest first; of those only that
 * have an answer `at` this time, in milliseconds since 1970.
 */
export type Suggest = (typed: string, at: number, limit?: number) => readonly string[];

/** One way to ask a question, and the question as it is shown, in the same language. */
interface Way {
  readonly answer: string;
  readonly text: string;
  readonly shown: string;
}

/** Share of what was typed that a question has to have, by weight and rarity. */
const ENOUGH = 0.6;

/** What is known by its meaning alone comes after what has the same letters. */
const BY_MEANING = 0.9;

/** How much of a question was typed decides between two that have all of it. */
const WHOLENESS = 0.15;

/** Candidates that are looked at by either way. */
const LOOKED_AT = 24;

/** Beginnings of words are kept for so many answers; in a larger shop the rest is found by its words and meaning. */
const MOST = 20_000;

/** A word that every sentence has, and one that every question has. */
const [COMMON, ASKING] = [0.1, 0.3];

/** So many words that every sentence has tell something all the same: "how do I know". */
const TELLING = 4;

const HAN = /\p{Script=Han}/u;

/** Questions that are read in one step. */
const AT_ONCE = 200;

/** Somebody has to have typed this much: a Chinese character, or three letters of anything else. */
const worthAsking = (text: string): boolean => HAN.test(text) || /[\p{L}\p{N}]{3}/u.test(text);

const inEach = (text: Localized): readonly (readonly [lang: string | undefined, text: string])[] =>
  typeof text === 'string' ? [[undefined, text]] : Object.entries(text);

function waysOf({ id, question, phrasings = [] }: KnowledgeAnswer): readonly Way[] {
  return [question, ...phrasings].flatMap((said) =>
    inEach(said).map(([lang, text]) => ({
      answer: id,
      text,
      shown: lang === undefined && typeof question !== 'string' ? text : pick(question, lang ?? ''),
    })),
  );
}

/** The last word is being typed as long as nothing stands after it: half a word means nothing. */
const finished = (text: string): string => text.replace(/(?<=[^a-z0-9'])[a-z0-9']+$/, '');

/**
 * Suggestions for a field in which somebody types. A question is found by the beginnings of its words or by pairs of
 * Chinese characters (BM25 over both), and by what its words mean to the assistant's own index; it is suggested when it
 * has most of what was typed. The language is that of the words typed. Pure; built once for a shop, in steps of some
 * milliseconds.
 */
export function* suggestSteps({ source, answers, phrasings, vocabulary }: Knowledge): Generator<undefined, Suggest> {
  const ways = source.answers.flatMap(waysOf);
  const keys: ReadonlyMap<string, number>[] = [];
  for (const { text } of ways.slice(0, MOST)) {
    keys.push(questionKeys(normalise(text, vocabulary.simplify).text));
    if (keys.length % AT_ONCE === 0) yield;
  }
  const index = yield* indexSteps(keys);
  const wayOf = new Map(ways.map((way) => [`${way.answer}\n${way.text}`, way]));

  const worth = (word: string): number => {
    const known = vocabulary.lexicon.match(word, 0);
    if (known?.end !== word.length) return 1;
    return known.concepts.includes('-') ? COMMON : known.concepts.some((one) => one.startsWith('?')) ? ASKING : 1;
  };

  const byLetters = (text: string): readonly (readonly [Way, number])[] => {
    const typed = typedKeys(text, worth);
    if (typed.size < TELLING && Math.max(...typed.values()) <= ASKING) return [];
    let all = 0;
    for (const [key, weight] of typed) all += weight * index.rarity(key);
    return index.search(typed, LOOKED_AT).map(({ doc }) => {
      const asked = keys[doc] as ReadonlyMap<string, number>;
      let found = 0;
      let count = 0;
      for (const [key, weight] of typed) {
        if (!asked.has(key)) continue;
        found += weight * index.rarity(key);
        count++;
      }
      return [ways[doc] as Way, found / all + (WHOLENESS * count) / asked.size];
    });
  };

  const byMeaning = (text: string): readonly (readonly [Way, number])[] => {
    const { index } = phrasings;
    const query = features(finished(text), vocabulary);
    if (!query.segments.some(({ weight }) => weight > ASKING)) return [];
    const isQuestion = (doc: number) => phrasings.docs[doc]?.target.kind === 'answer' && !phrasings.docs[doc]?.body;
    return index.search(query.units, LOOKED_AT, isQuestion).flatMap(({ doc }) => {
      const { target, text: said } = phrasings.docs[doc] as (typeof phrasings.docs)[number];
      const way = wayOf.get(`${target.id}\n${said}`);
      if (!way || HAN.test(text) !== HAN.test(way.shown)) return [];
      // A word that no question has counts in full here: a suggestion that misses the point is worse than none.
      const asked = coverage(query.segments, (key) => Math.min(1, index.weight(doc, key) * 3), index.rarity);
      return [[way, asked * BY_MEANING + WHOLENESS * likeness(query, doc, phrasings).said] as const];
    });
  };

  return (typed, at, limit = 3) => {
    const { text } = normalise(typed, vocabulary.simplify);
    if (!worthAsking(text)) return [];
    const best = new Map<string, { readonly shown: string; readonly score: number }>();
    for (const [{ answer, shown }, score] of [...byLetters(text), ...byMeaning(text)]) {
      if (score < ENOUGH || score <= (best.get(answer)?.score ?? 0)) continue;
      if (holds(answers.get(answer)?.when, { at, said: text }) === false) continue;
      best.set(answer, { shown, score });
    }
    const ranked = [...best.values()].sort((a, b) => b.score - a.score);
    return [...new Set(ranked.map(({ shown }) => shown))].slice(0, limit);
  };
}

/** Builds them at once. */
export const createSuggest = (knowledge: Knowledge): Suggest => finish(suggestSteps(knowledge));
