import type { Applied, Effect, Lesson, ReplayFigures, Version, Versions } from '@xiaoer/assistant/learning';
import type { Participant } from '@xiaoer/core/protocol';
import type { Known } from './knowing.ts';
import type { WantedChange } from './read-changes.ts';

/** Days that effects are judged by, and that certain phrasings are learnt from. */
export const USUAL_DAYS = 90;

/** Why something was not done. */
export type LearningProblem =
  /** Changes that do nothing, by their place. */
  | { readonly problem: 'changes'; readonly problems: Applied['problems'] }
  | { readonly problem: 'precision'; readonly effect: Effect }
  | { readonly problem: 'not-found' }
  /** Later versions build on it. */
  | { readonly problem: 'needed'; readonly by: readonly number[] }
  /** Another version came in between. */
  | { readonly problem: 'stale' }
  | { readonly problem: 'busy' };

/** What a replay of the newest messages comes to. */
export interface ReplayReport {
  readonly all: ReplayFigures;
  readonly languages: readonly (readonly [string, ReplayFigures])[];
  readonly intents: readonly (readonly [string, ReplayFigures])[];
}

/** What is to be saved. */
export interface Wish {
  readonly changes: readonly WantedChange[];
  readonly note?: string | undefined;
  /** The newest event that it was looked at with: where another came in between, it is not saved. */
  readonly base?: number | undefined;
}

/** What the assistant of a shop learns from its people. */
export interface Learning {
  versions(): Versions;
  /** What is known now, with what of it does nothing because the shop's files have changed. */
  applied(): Applied;
  lessons(days: number): Promise<readonly Lesson[]>;
  replay(): Promise<ReplayReport>;
  /** The effect of changes, before they are saved. */
  preview(changes: readonly WantedChange[]): Promise<Effect | LearningProblem>;
  /** Saves changes as a version, unless they lower the precision of what is answered. Once for the same `id` of an author. */
  save(
    wish: Wish,
    author: Participant,
    id: string,
  ): Promise<{ readonly version: Version; readonly effect?: Effect | undefined } | LearningProblem>;
  undo(version: number, author: Participant, id: string): Promise<Versions | LearningProblem>;
  automatic(on: boolean, author: Participant, id: string): Promise<Versions | LearningProblem>;
  /** Learns what is certain, where the merchant wants that; the numbers of the versions. */
  learnCertain(): Promise<readonly number[]>;
  /** The shop's knowledge with changes, for asking a draft. */
  draft(changes: readonly WantedChange[]): Promise<Known | LearningProblem>;
}
