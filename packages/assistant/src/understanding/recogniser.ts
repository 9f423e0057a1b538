import { finish } from '../finish.ts';
import type { Simplify } from '../text/characters.ts';
import type { CueReader } from '../text/cues.ts';
import { GRAM_WEIGHTS, type Grams, type GramWeights, gramsOf } from '../text/grams.ts';
import { normalise } from '../text/normalise.ts';
import type { Pinyin } from '../text/pinyin.ts';
import type { PlainWords } from '../text/plain-words.ts';
import { createSpeller, type Speller } from '../text/speller.ts';
import { fuse } from './fuse.ts';
import { type SvmOptions, scoreLinear, svmSteps } from './linear-svm.ts';
import { buildNeighbours } from './neighbours.ts';
import { type Signals, signalsOf } from './signals.ts';
import { buildVectoriser } from './vectoriser.ts';

/** A phrasing and what it stands for. */
export interface Example {
  readonly text: string;
  readonly label: string;
}

/** How a recogniser is made. */
export interface RecogniserOptions extends SvmOptions {
  /** Hints of words to what is wanted; none when left out. */
  readonly cues?: CueReader | undefined;
  /** Slang and dialect to plain words; nothing is replaced when left out. */
  readonly plain?: PlainWords | undefined;
  readonly weights?: GramWeights | undefined;
  /** How the language sounds, and to which characters a text is brought; nothing when left out. */
  readonly pinyin?: Pinyin | undefined;
  readonly simplify?: Simplify | undefined;
  /** Terms that fewer phrasings have are left out; 1 for a small set and 2 for a large one when left out. */
  readonly least?: number | undefined;
}

/** A class with what spoke for it. */
export interface Ranked {
  readonly label: string;
  /** Fused: about 0 for a class like any other, 3 and more for a clear one. */
  readonly score: number;
  /** Side of the linear model, about −1 … 1. */
  readonly linear: number;
  /** Likeness to the middle of the class, 0 … 1. */
  readonly centroid: number;
}

/** A text as a recogniser sees it. */
export interface Recognition {
  /** Classes, best first. */
  readonly ranked: readonly Ranked[];
  readonly signals: Signals;
  /** The training phrasing that is most like it. */
  readonly nearest?: (Example & { readonly cosine: number }) | undefined;
  /** What its words hint at. */
  readonly cues: readonly string[];
}

/** Knows classes by their phrasings. */
export interface Recogniser {
  readonly labels: readonly string[];
  /** How many distinct terms the phrasings have. */
  readonly terms: number;
  /** Bytes of its tables in memory. */
  readonly bytes: number;
  recognise(text: string, limit?: number): Recognition;
}

/** What the likeness to a class's middle counts beside the linear model. */
const CENTROID = 0.5;

const WORD = /[a-z']{4,}/g;

/** A speller over the words of the phrasings: only words that none of them has are rewritten. */
function spellerOf(texts: readonly string[]): Speller {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text.match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return createSpeller(counts);
}

/** With fewer phrasings than these a term of one alone is still evidence. */
const SMALL = 1_500;

/** How many phrasings are read in one step. */
const AT_ONCE = 100;

/**
 * Trains a recogniser in steps of some ten milliseconds, so that whoever runs them can answer others in between. Pure, the
 * same for the same examples.
 */
export function* recogniserSteps(
  examples: readonly Example[],
  options: RecogniserOptions = {},
): Generator<undefined, Recogniser> {
  const { cues = () => new Map<string, number>(), plain = (text: string) => text, weights = GRAM_WEIGHTS } = options;
  const { pinyin, simplify } = options;
  const labels = [...new Set(examples.map(({ label }) => label))];
  const number = new Map(labels.map((label, i) => [label, i]));
  const classOf = Int32Array.from(examples, ({ label }) => number.get(label) as number);
  const texts: string[] = [];
  for (const { text } of examples) {
    texts.push(plain(normalise(text, simplify).text));
    if (texts.length % AT_ONCE === 0) yield;
  }
  const spell = spellerOf(texts);
  const gramsFor = (text: string, hints = cues(text)): Grams => gramsOf(text, hints, weights, pinyin);
  const grams: Grams[] = [];
  for (const text of texts) {
    grams.push(gramsFor(text));
    if (grams.length % AT_ONCE === 0) yield;
  }
  const { size, vector } = buildVectoriser(grams, options.least ?? (examples.length < SMALL ? 1 : 2));
  const rows = grams.map(vector);
  yield;
  const linear = yield* svmSteps(rows, classOf, labels.length, size, options);
  const neighbours = buildNeighbours(rows, classOf, labels.length, size);

  return {
    labels,
    terms: size,
    bytes: linear.weights.byteLength + linear.bias.byteLength + neighbours.bytes,
    recognise(original, limit = 8) {
      const text = plain(normalise(original, simplify).text).replace(/[a-z']{5,}/g, spell);
      const hints = cues(text);
      const x = vector(gramsFor(text, hints));
      const sides = scoreLinear(linear, x);
      const centroids = neighbours.centroids(x);
      const fused = fuse([
        { scores: sides, weight: 1 },
        { scores: centroids, weight: CENTROID },
      ]);
      const order = [...fused.keys()].sort((a, b) => (fused[b] as number) - (fused[a] as number));
      const nearest = neighbours.nearest(x, 5);
      const [near] = nearest;
      const example = near && examples[near.row];
      return {
        ranked: order.slice(0, limit).map((k) => ({
          label: labels[k] as string,
          score: fused[k] as number,
          linear: sides[k] as number,
          centroid: centroids[k] as number,
        })),
        signals: signalsOf({
          best: order[0] ?? 0,
          fused,
          linear: sides,
          centroids,
          nearest: nearest.map(({ row, cosine }) => ({ label: classOf[row] as number, cosine })),
          known: x.known,
          terms: x.ids.length,
        }),
        nearest: example && { ...example, cosine: near.cosine },
        cues: [...hints.keys()],
      };
    },
  };
}

/** Trains a recogniser at once. Takes about a second for 3,000 phrasings of 50 classes. */
export const trainRecogniser = (examples: readonly Example[], options: RecogniserOptions = {}): Recogniser =>
  finish(recogniserSteps(examples, options));
