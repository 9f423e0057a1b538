export { finish } from './finish.ts';
export { type BestReply, bestReply } from './learning/best-reply.ts';
export { type Book, type CannedReply, createBook } from './learning/book.ts';
export { type Candidate, candidateOf, candidatesOf, withoutValues } from './learning/candidates.ts';
export { certainChanges } from './learning/certain.ts';
export {
  type AnswerEdit,
  type Applied,
  applyChanges,
  type Change,
  type ChangeProblem,
  doesSomething,
} from './learning/change.ts';
export { clusterSteps, type Group } from './learning/cluster.ts';
export { type Effect, effectOf, type Shift, taughtBy } from './learning/effect.ts';
export { figuresBy, figuresOf, type ReplayFigures } from './learning/figures.ts';
export { judgedOf } from './learning/judged-of.ts';
export { type Lesson, lessonSteps, type SuggestedAnswer } from './learning/lessons.ts';
export { type RecordedConversation, readRounds } from './learning/read-rounds.ts';
export { type Played, type Replayed, replaySteps } from './learning/replay.ts';
export { type ReplayRow, rowsOf, type Truth } from './learning/replay-row.ts';
export type { Outcome, Round } from './learning/round.ts';
export {
  type Bands,
  fitBands,
  type Judged,
  type Sentences,
  SHIPPED,
  stagesWith,
} from './learning/thresholds.ts';
export {
  changesOf,
  foldVersions,
  type KeptEffect,
  NO_VERSIONS,
  neededBy,
  type Version,
  type VersionEvents,
  type Versions,
} from './learning/versions.ts';
export { plainText, saysTheSame, type WordSet, wordSet } from './learning/word-set.ts';
