import { fitLogistic, type Logistic, probability } from './logistic.ts';
import { type Example, type RecogniserOptions, trainRecogniser } from './recogniser.ts';
import type { Signals } from './signals.ts';

/** Fewer intents or phrasings than these say too little about themselves: the generic prior speaks for them. */
const FEWEST_LABELS = 8;
const FEWEST_EXAMPLES = 40;

/** Each quarter of the intents is hidden once. */
const PARTS = 4;

/** More rows than these are thinned out before the quarters are tried, so that time is bounded. */
const MOST = 6_000;

/** Whether intents and phrasings suffice for a calibration of their own. */
export const canCalibrate = (examples: readonly Example[]): boolean =>
  examples.length >= FEWEST_EXAMPLES && new Set(examples.map(({ label }) => label)).size >= FEWEST_LABELS;

/** How much a recogniser may be trusted, from its signals. */
export interface Abstention {
  /** Whether a text is about any known intent; both outcomes counted alike when it was fitted. */
  readonly inScope: Logistic;
  /** Whether the best intent is the right one. */
  readonly right: Logistic;
}

/**
 * Fits the abstention without any message that is out of scope: each quarter of the intents is hidden in turn, a
 * recogniser is trained on three quarters of the phrasings of the others, and what it says of hidden ones is told from
 * what it says of the phrasings that it has not seen.
 *
 * @param foreign - texts that are known to be about no intent, when there are any: they join the hidden ones.
 */
export function calibrateAbstention(
  examples: readonly Example[],
  options: RecogniserOptions = {},
  foreign: readonly string[] = [],
): Abstention {
  const every = Math.max(1, Math.ceil(examples.length / MOST));
  const seen = new Map<string, number>();
  const rows = examples.flatMap((example) => {
    const place = seen.get(example.label) ?? 0;
    seen.set(example.label, place + 1);
    return place % every === 0 ? [{ ...example, place: Math.floor(place / every) }] : [];
  });
  const part = new Map([...seen.keys()].map((label, i) => [label, i % PARTS]));
  const signals: Signals[] = [];
  const inScope: boolean[] = [];
  const right: boolean[] = [];
  for (let hidden = 0; hidden < PARTS; hidden++) {
    const open = rows.filter(({ label }) => part.get(label) !== hidden);
    const recogniser = trainRecogniser(
      open.filter(({ place }) => place % PARTS !== hidden),
      options,
    );
    for (const { text, label, place } of rows) {
      const isHidden = part.get(label) === hidden;
      if (!isHidden && place % PARTS !== hidden) continue;
      const said = recogniser.recognise(text, 1);
      signals.push(said.signals);
      inScope.push(!isHidden);
      right.push(!isHidden && said.ranked[0]?.label === label);
    }
    for (const text of foreign) {
      signals.push(recogniser.recognise(text, 1).signals);
      inScope.push(false);
      right.push(false);
    }
  }
  return { inScope: fitLogistic(signals, inScope), right: fitLogistic(signals, right) };
}

/** Probability that a text is about any intent that is known, by its signals. */
export const inScopeOf = ({ inScope }: Abstention, signals: Signals): number => probability(inScope, signals);

/** Probability that the best intent is the right one. */
export const rightOf = ({ right }: Abstention, signals: Signals): number => probability(right, signals);
