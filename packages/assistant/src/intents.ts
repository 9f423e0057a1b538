export { type Library, loadLibrary } from './library/library.ts';
export { type CueReader, createCueReader } from './text/cues.ts';
export { GRAM_WEIGHTS, type GramWeights } from './text/grams.ts';
export { calibrateAbstention, canCalibrate, inScopeOf } from './understanding/abstain.ts';
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
