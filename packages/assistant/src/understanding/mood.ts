import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguagePack } from '../library/language-pack.ts';
import type { Moods } from '../library/moods.ts';
import type { NormalText } from '../text/normalise.ts';

/** How a sentence feels, with the words that caused it. */
export interface Mood {
  /** −1 … 1 */
  readonly valence: number;
  /** 0 … 1; from {@link ANGRY} on a person is called. */
  readonly anger: number;
  readonly words: readonly string[];
  /** What is bad in it is asked about and has not happened. */
  readonly wonders?: true | undefined;
}

/** From this anger on the conversation goes to a person. Set for precision: a false alarm is an insult. */
export const ANGRY = 0.6;

/** From here on a shopper is upset: nothing light is said, and nothing is offered that was not asked for. */
const UPSET = -0.5;

/** Whether a sentence is of somebody who is upset. */
export const isUpset = (said: { readonly mood: Mood } | undefined): boolean =>
  said !== undefined && (said.mood.anger > 0 || (said.mood.valence <= UPSET && !said.mood.wonders));

/** 是不是, 会不会: asks, and denies nothing. */
const EITHER = /(\p{Script=Han})[不没]\1.?$/u;

interface Table {
  readonly words: RegExp;
  readonly weights: ReadonlyMap<string, number>;
  /** Words that only tell whether something is liked. */
  readonly likings: ReadonlySet<string>;
  readonly before: RegExp;
  readonly stronger: RegExp;
  readonly asks: RegExp;
  readonly grievance: RegExp;
}

/** A word as it stands; Latin letters are no part of a longer word, in whatever language the sentence is. */
const literal = (word: string): string => {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `${/^[a-z]/.test(word) ? '(?<![a-z])' : ''}${plain}${/[a-z]$/.test(word) ? '(?![a-z])' : ''}`;
};
const oneOf = (list: string): string =>
  list
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

function table(moods: Moods, good: string, bad: string, latin: boolean): Table {
  const edge = latin ? '\\b' : '';
  const gap = latin ? '(?:\\s+\\w+){0,1}\\s+' : '.{0,1}';
  const weights = new Map<string, number>();
  for (const word of moods.glad.split('|')) weights.set(word, 0.4);
  for (const word of moods.mild.split('|')) weights.set(word, -0.35);
  for (const word of moods.strong.split('|')) weights.set(word, -0.7);
  const likings = new Set<string>();
  const like = (list: string, weight: number) => {
    for (const word of list.split('|'))
      if (!weights.has(word)) {
        weights.set(word, weight);
        likings.add(word);
      }
  };
  like(good, 0.3);
  like(bad, -0.3);
  for (const word of moods.harmless.split('|')) weights.set(word, 0);
  return {
    weights,
    likings,
    words: new RegExp(`${edge}(?:${oneOf([...weights.keys()].join('|'))})${edge}`, 'g'),
    before: new RegExp(`${edge}(?:${oneOf(moods.negations)})${gap}$`),
    stronger: new RegExp(`(?:${oneOf(moods.degrees)})\\s*$`),
    asks: moods.asks,
    grievance: moods.grievance,
  };
}

/**
 * Whether something bad is asked about and has not happened: «will it fade?», 会起球吗. Who wants to know that of a thing is
 * as calm as who asks for its size.
 */
const wonders = (normal: NormalText, tables: readonly Table[]): boolean =>
  (normal.question || tables.some(({ asks }) => asks.test(normal.text))) &&
  !tables.some(({ grievance }) => grievance.test(normal.text));

/** Valence and anger by lexicon, negation, degree, exclamation marks and capitals (ASSISTANT.md §1.9). */
function moodIn(normal: NormalText, tables: readonly Table[]): Mood {
  let valence = 0;
  let anger = 0;
  const words: string[] = [];
  for (const { words: shape, weights, likings, before, stronger } of tables)
    for (const found of normal.text.matchAll(shape)) {
      const ahead = normal.text.slice(Math.max(0, found.index - 14), found.index);
      let weight = weights.get(found[0]) ?? 0;
      if (weight === 0) continue;
      if (before.test(ahead) && !EITHER.test(ahead)) weight *= -0.5;
      else if (stronger.test(ahead)) weight *= 1.3;
      valence += weight;
      if (likings.has(found[0])) continue;
      if (weight < 0) anger -= weight;
      words.push(found[0]);
    }
  if (anger > 0) anger += Math.min(0.3, 0.1 * normal.exclamations) + (normal.shouting ? 0.3 : 0);
  return {
    valence: Math.max(-1, Math.min(1, valence)),
    anger: Math.max(0, Math.min(1, anger)),
    words: [...new Set(words)].slice(0, 8),
    ...(valence <= UPSET && wonders(normal, tables) ? { wonders: true as const } : {}),
  };
}

/** Reads the mood of a sentence in whatever languages the packs are of: one often has words of both. */
export function createMoodReader(
  packs: readonly Pick<LanguagePack, 'moods' | 'liking' | 'spaced'>[],
): (normal: NormalText) => Mood {
  const tables = packs.map(({ moods, liking, spaced }) => table(moods, liking.good, liking.bad, spaced));
  return (normal) => moodIn(normal, tables);
}

/** The mood of a sentence, by the languages of the shop. */
export const readMood = (normal: NormalText, { mood }: Pick<Knowledge, 'mood'>): Mood => mood(normal);
