import { ASK_WEIGHT, CONCEPT_WEIGHTS, IMPLIES } from '../library/weights.ts';
import type { Simplify } from './characters.ts';
import { isLatin } from './latin.ts';
import type { Lexicon } from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { Speller } from './speller.ts';

/** What a text's features are made with: the words of the tables and of the merchant. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly spell: Speller;
  readonly simplify: Simplify;
}

/** A stretch of text that means one thing: a word of the tables, a Latin word, or a run of Han characters. */
export interface Segment {
  readonly text: string;
  /** Alternatives: a segment is met by any one of them. Empty for words the tables do not know. */
  readonly concepts: readonly string[];
  /** Parts: a segment without concepts is met by the share of them that is found. */
  readonly grams: readonly (readonly [key: string, weight: number])[];
  /** 0 for function words, up to 2 for a long unknown run. */
  readonly weight: number;
}

/** Second stage's result. */
export interface Features {
  readonly segments: readonly Segment[];
  /** All concepts of the text, those of function words too. */
  readonly concepts: ReadonlySet<string>;
  /** Index keys with their weights. */
  readonly units: ReadonlyMap<string, number>;
}

const HAN = /\p{Script=Han}/u;
/** The common block is told by its number; the pattern is for what is rare. */
function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff ? true : code >= 0x2e80 && HAN.test(text.charAt(at));
}

const stem = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1).replace(/'$/, '')
      : word;

function conceptSegment(text: string, concepts: readonly string[]): Segment {
  const weight = concepts.includes('-')
    ? 0
    : concepts.some((concept) => concept.startsWith('?'))
      ? ASK_WEIGHT
      : Math.max(...concepts.map((concept) => CONCEPT_WEIGHTS[concept] ?? 1));
  return { text, concepts, grams: [[`x:${text}`, 0.5]], weight };
}

function wordSegment(raw: string): Segment {
  const word = stem(raw);
  const grams: [string, number][] = [[`w:${word}`, 1]];
  if (/^[\d.]+$/.test(word)) return { text: raw, concepts: [], grams, weight: 0.4 };
  if (word.length >= 4)
    for (const size of [3, 4])
      for (let i = 0; i + size <= word.length + 2; i++) {
        const gram = `^${word}$`.slice(i, i + size);
        if (gram.length === size) grams.push([`l:${gram}`, 0.12]);
      }
  return { text: raw, concepts: [], grams, weight: word.length > 1 ? 1 : 0.3 };
}

/** 五天, 半个月, 两次, 一盏: says how long, how often or how many, whatever it is about. */
const AMOUNT =
  /^[一二两三四五六七八九十几半多好]+个?(?:多)?(?:天|周|月|年|小时|分钟|次|星期|礼拜|遍|盏|张|把|床|条|只|双|口|块|台|对|副|瓶|盒|支|幅|辆|部)$/;

function hanSegment(run: string): Segment {
  if (AMOUNT.test(run)) return { text: run, concepts: [], grams: [], weight: 0 };
  const grams: [string, number][] = [];
  for (let i = 0; i < run.length; i++) {
    grams.push([`h:${run.charAt(i)}`, run.length === 1 ? 0.8 : 0.25]);
    if (i + 2 <= run.length) grams.push([`h:${run.slice(i, i + 2)}`, 1]);
    if (i + 3 <= run.length) grams.push([`h:${run.slice(i, i + 3)}`, 0.5]);
  }
  return { text: run, concepts: [], grams, weight: run.length === 1 ? 0.5 : Math.min(2, run.length / 2) };
}

/**
 * Second stage: concepts by longest match; for the rest Latin words with character 3-4-grams and Han character
 * 1-3-grams. No segmenter: grams of Han text retrieve as well as words do (ASSISTANT.md §1.3).
 */
export function features(written: string, { lexicon, spell }: Vocabulary): Features {
  // Spelling comes first, so that a slip does not hide a phrase of several words.
  const text = written.replace(/[a-z']{5,}/g, spell);
  const segments: Segment[] = [];
  // Where a run of Han characters began that no table knows.
  let run = -1;
  const flush = (end: number) => {
    if (run >= 0) segments.push(hanSegment(text.slice(run, end)));
    run = -1;
  };
  for (let i = 0; i < text.length; ) {
    const hit = lexicon.match(text, i);
    if (hit) {
      flush(i);
      const word = text.slice(i, hit.end);
      segments.push(hit.concepts.length > 0 ? conceptSegment(word, hit.concepts) : hanSegment(word));
      i = hit.end;
      continue;
    }
    if (isLatin(text, i)) {
      flush(i);
      const char = text.charAt(i);
      let end = i + (/^\d+\.\d+/.exec(text.slice(i, i + 12))?.[0].length ?? 1);
      while (end < text.length && isLatin(text, end) && /\d/.test(char) === /\d/.test(text.charAt(end))) end++;
      segments.push(wordSegment(text.slice(i, end)));
      i = end;
      continue;
    }
    if (!isHan(text, i)) flush(i);
    else if (run < 0) run = i;
    i++;
  }
  flush(text.length);

  const concepts = new Set<string>();
  const units = new Map<string, number>();
  const add = (key: string, weight: number) => {
    if (!((units.get(key) ?? -1) >= weight)) units.set(key, weight);
  };
  for (const segment of segments) {
    for (const concept of segment.concepts) concepts.add(concept);
    if (segment.weight === 0) continue;
    for (const concept of segment.concepts) {
      add(`c:${concept}`, segment.weight);
      for (const implied of IMPLIES[concept] ?? []) add(`c:${implied}`, segment.weight);
    }
    for (const [key, weight] of segment.grams) add(key, weight * Math.min(1, segment.weight));
  }
  return { segments, concepts, units };
}

/** Both first stages: what a text says that stands in a catalogue, an answer or a button. */
export const readFeatures = (written: string, vocabulary: Vocabulary): Features =>
  features(normalise(written, vocabulary.simplify).text, vocabulary);

/** The sentence's parts, each of which may ask for something: split at punctuation and line ends. */
export const clauses = (text: string): readonly string[] =>
  text
    .split(/[\n。！？!?;；，,…~]+|\.(?=\s|$)/)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 6);

/** Whole sentences: split at line ends and at the marks that end one. */
export const sentences = (text: string): readonly string[] =>
  text
    .split(/\n+|(?<=[。！？!?;；])|(?<=\.)(?=\s|$)/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
