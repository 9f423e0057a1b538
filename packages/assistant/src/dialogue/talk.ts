import type { Plan } from './plan.ts';

/** One line of talk that needs no data. */
export const talk = (decision: string, confidence: number, step: Plan['steps'][number]): Plan => ({
  decision,
  confidence,
  steps: [step],
  used: [decision],
});
