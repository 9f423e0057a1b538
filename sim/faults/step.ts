import type { Scene } from '../scene.ts';

/** One thing that happens in a run. What `n` chooses is up to the act. */
export interface Step {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly act: string;
  readonly n: number;
  /** How long it lasts, in milliseconds. */
  readonly ms: number;
}

/** Does a step. */
export type Act = (scene: Scene, step: Step) => void;

/** Faults of one kind, which a run has or has not. */
export interface FaultClass {
  readonly name: string;
  /** How many of them a run has at most. */
  readonly most: number;
  readonly acts: Readonly<Record<string, Act>>;
}
