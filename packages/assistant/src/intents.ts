export { bootstrap, type Interval } from './evaluation/bootstrap.ts';
export { type Evaluation, evaluate } from './evaluation/evaluate.ts';
export { ABSTENTION } from './library/abstention.ts';
export { type Library, loadLibrary } from './library/library.ts';
export { type IntentReading, type Intents, openIntents } from './library/open-intents.ts';
export { CHINESE } from './library/zh/writing.ts';
export { type CueReader, createCueReader } from './text/cues.ts';
export { GRAM_WEIGHTS, type GramWeights } from './text/grams.ts';
export { type Abstention, calibrateAbstention, canCalibrate, inScopeOf, rightOf } from './understanding/abstain.ts';
export type { Band } from './understanding/bands.ts';
export { type Logistic, probability } from './understanding/logistic.ts';
export {
  type Example,
  type Ranked,
  type Recogniser,
  type RecogniserOptions,
  type Recognition,
  trainRecogniser,
} from './understanding/recogniser.ts';
export { SIGNALS, type Signals } from './understanding/signals.ts';
