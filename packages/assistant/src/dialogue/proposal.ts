import type { Plan } from './plan.ts';

/** Something that could be done, with how certain it is that it was meant. */
export interface Proposal {
  readonly confidence: number;
  readonly plan: () => Plan;
}
