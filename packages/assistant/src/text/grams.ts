import { NO_PINYIN, type Pinyin } from './pinyin.ts';

/** Hashes of a text's terms, each with what it weighs in this text. */
export type Grams = ReadonlyMap<number, number>;

/** What the terms of each family weigh; 0 leaves a family out. */
export interface GramWeights {
  /** Latin words. */
  readonly word: number;
  /** Two neighbouring words, the ends of the sentence among them. */
  readonly pair: number;
  /** Two to five letters of a word. */
  readonly letters: number;
  /** One to three Han characters. */
  readonly han: number;
  /** One to three syllables, of Han characters and of Latin runs that are pinyin. */
  readonly sound: number;
  /** Question and exclamation marks, and the places of typed values. */
  readonly sign: number;
  /** What a word hints at. */
  readonly cue: number;
  /** Two hints in one sentence. */
  readonly cues: number;
}

/** Chosen by cross-validation over the phrasings of the library. */
export const GRAM_WEIGHTS: GramWeights = {
  word: 1,
  pair: 1,
  letters: 0.5,
  han: 1,
  sound: 1,
  sign: 1.6,
  cue: 1.5,
  cues: 1,
};

/** Numbers at which the hashes of the families begin, so that equal characters of two of them are two terms. */
const FAMILY: Readonly<Record<keyof GramWeights, number>> = {
  word: 0x9e3779b1,
  pair: 0x85ebca6b,
  letters: 0xc2b2ae35,
  han: 0x27d4eb2f,
  sound: 0x165667b1,
  sign: 0x2545f491,
  cue: 0x7f4a7c15,
  cues: 0x51ed270b,
};

/** FNV-1a over code units, begun at a family's number. */
function hash(text: string, family: number, from = 0, to = text.length): number {
  let h = family;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

const RUNS = /(\p{Script=Han}+)|([a-z]+(?:'[a-z]+)*)|(\d+(?:\.\d+)?)|([?？!！\uE000])/gu;

/** Stands for a run of Han characters or for a number beside words. */
const HAN = '\u4e00';
const NUMBER = '0';

/**
 * Terms for the linear model: Latin words 1-2 with the ends of the sentence and characters 2-5 inside the bounds of
 * a word; Han characters 1-3 and syllables 1-3 with the bounds of their run; numbers as one shape; question and
 * exclamation marks. `cues` are names of what the words mean. A term weighs (1 + ln tf) times its family's weight.
 */
export function gramsOf(
  text: string,
  cues: ReadonlyMap<string, number> = new Map(),
  weights: GramWeights = GRAM_WEIGHTS,
  pinyin: Pinyin = NO_PINYIN,
): Grams {
  const counts = new Map<number, number>();
  const weighs = new Map<number, number>();
  const add = (family: keyof GramWeights, term: string, times = 1, from = 0, to = term.length) => {
    const weight = weights[family];
    if (weight === 0) return;
    const key = hash(term, FAMILY[family], from, to);
    counts.set(key, (counts.get(key) ?? 0) + times);
    weighs.set(key, weight);
  };
  const sounds = (syllables: readonly string[]) => {
    for (let i = 0; i < syllables.length; i++) {
      let term = '';
      for (let j = i; j < Math.min(i + 3, syllables.length); j++) {
        term += `${syllables[j]} `;
        add('sound', term);
      }
    }
  };
  let before = '^';
  const follow = (word: string) => {
    add('pair', `${before}\u0000${word}`);
    before = word;
  };
  for (const [, han, latin, number, sign] of text.matchAll(RUNS)) {
    if (han !== undefined) {
      const run = `^${han}$`;
      for (let i = 0; i < run.length; i++)
        for (let size = i === 0 || i === run.length - 1 ? 2 : 1; size <= 3 && i + size <= run.length; size++)
          add('han', run, 1, i, i + size);
      sounds([...han].map((char) => pinyin.of(char) ?? char));
      follow(HAN);
    } else if (latin !== undefined) {
      const word = latin.replaceAll("'", '');
      add('word', word);
      follow(word);
      if (word.length > 1) {
        const run = `^${word}$`;
        for (let i = 0; i < run.length; i++)
          for (let size = 2; size <= 5 && i + size <= run.length; size++) add('letters', run, 1, i, i + size);
      }
      const split = pinyin.split(word);
      if (split) sounds(split);
    } else if (number !== undefined) {
      add('word', NUMBER);
      follow(NUMBER);
    } else if (sign !== undefined) add('sign', sign === '？' ? '?' : sign === '！' ? '!' : sign);
  }
  follow('$');
  const hints = [...cues.keys()].sort();
  hints.forEach((hint, i) => {
    add('cue', hint, cues.get(hint));
    for (const other of hints.slice(i + 1)) add('cues', `${hint}+${other}`);
  });
  for (const [key, count] of counts) counts.set(key, (1 + Math.log(count)) * (weighs.get(key) ?? 1));
  return counts;
}
