import { DEFAULT_STAGES, type Stages } from '../stages.ts';
import { ANSWER_BAND, CHIPS_BAND } from '../understanding/bands.ts';

/** What a merchant wishes, in two sentences. */
export interface Sentences {
  /** «So many of a hundred answers may be wrong.» A share of 1. */
  readonly wrong: number;
  /** «So many of a hundred questions that could be answered may go to a person.» A share of 1. */
  readonly sent: number;
}

/** The two sentences, and what they come to. */
export interface Bands {
  readonly sentences: Sentences;
  readonly bands: {
    /** Confidence from which on it answers. */
    readonly answer: number;
    /** Confidence from which on it asks back with chips. */
    readonly chips: number;
    /** Probability from which on the library of intents decides by itself. */
    readonly library: number;
  };
}

/** A confidence and whether the answer that had it was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** What the shipped bands stand for. */
export const SHIPPED: Sentences = { wrong: 0.1, sent: 0.15 };

/** The library's own band, and what is wrong above it by cross-validation over its phrasings. */
const LIBRARY = { band: 0.7, wrong: 0.07 };

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Where a band lies that stands for another share: moved by as much as the odds of the share. */
const moved = (band: number, shipped: number, wished: number): number =>
  within(logistic(logit(band) + logit(shipped) - logit(wished)), 0.02, 0.98);

/** What the shipped calibration is worth beside the merchant's own labels: as much as so many of them. */
const PRIOR = 20;

/** Share of right answers that the shipped calibration expects from a confidence on. */
const expected = (confidence: number): number =>
  logistic(logit(within(confidence, 0.01, 0.99)) - logit(ANSWER_BAND) + logit(1 - SHIPPED.wrong));

/**
 * Finds the bands of two sentences in what is known of right and wrong answers. The shipped calibration counts as much as
 * {@link PRIOR} labels, so that few labels move little and many decide. Answers that agents turned down are among the wrong ones.
 */
export function fitBands(sentences: Sentences, judged: readonly Judged[]): Bands {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const start = moved(ANSWER_BAND, SHIPPED.wrong, sentences.wrong);
  // From the surest on, the lowest confidence down to which not too many were wrong.
  let answer: number | undefined;
  let right = 0;
  sorted.forEach((one, n) => {
    right += one.right ? 1 : 0;
    if (sorted[n + 1]?.confidence === one.confidence) return;
    const share = (right + PRIOR * expected(one.confidence)) / (n + 1 + PRIOR);
    if (share >= 1 - sentences.wrong) answer = one.confidence;
  });
  const weight = judged.length / (judged.length + PRIOR);
  // Where no confidence was good enough, above all that was seen.
  const seen = answer ?? within((sorted[0]?.confidence ?? start) + 0.01, start, 0.98);
  const answerBand = within(weight * seen + (1 - weight) * start, 0.2, 0.98);
  // Of what could have been answered, so many may be less sure than the lower band.
  const could = sorted.filter((one) => one.right).map(({ confidence }) => confidence);
  const low = moved(CHIPS_BAND, 1 - SHIPPED.sent, 1 - sentences.sent);
  const cut = could[Math.floor(could.length * (1 - sentences.sent))] ?? low;
  const trust = could.length / (could.length + PRIOR);
  return {
    sentences,
    bands: {
      answer: answerBand,
      chips: within(trust * cut + (1 - trust) * low, 0.02, answerBand),
      library: moved(LIBRARY.band, LIBRARY.wrong, (LIBRARY.wrong * sentences.wrong) / SHIPPED.wrong),
    },
  };
}

/** A confidence where the bands are as the engine has them: between two bands it keeps its share of the way. */
function bend(confidence: number, { answer, chips }: Bands['bands']): number {
  const [low, high, from, to] =
    confidence >= answer
      ? [answer, 1, ANSWER_BAND, 1]
      : confidence >= chips
        ? [chips, answer, CHIPS_BAND, ANSWER_BAND]
        : [0, chips, 0, CHIPS_BAND];
  return high > low ? from + ((confidence - low) / (high - low)) * (to - from) : to;
}

/** The engine's stages with other bands; as they are shipped when there are none. */
export function stagesWith(thresholds: Bands | undefined): Stages {
  if (!thresholds) return DEFAULT_STAGES;
  const { bands } = thresholds;
  return {
    ...DEFAULT_STAGES,
    calibrate: (retrieved, knowledge) =>
      DEFAULT_STAGES.calibrate(retrieved, knowledge).map((reading) =>
        reading.kind === 'answer' ? { ...reading, confidence: bend(reading.confidence, bands) } : reading,
      ),
    intents(normal, lang, knowledge) {
      const said = DEFAULT_STAGES.intents(normal, lang, knowledge);
      if (!said) return undefined;
      const band = said.right >= bands.library ? 'answer' : said.band === 'answer' ? 'chips' : said.band;
      return { ...said, band };
    },
  };
}
