export { scriptOf } from './faults/script.ts';
export type { Step } from './faults/step.ts';
export { type Outcome, runSeed } from './run-seed.ts';
export { shrink } from './shrink.ts';
