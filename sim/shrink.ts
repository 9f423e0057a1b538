import type { Step } from './faults/step.ts';
import { runSeed } from './run-seed.ts';

/** Runs that shrinking may take. */
const MOST_RUNS = 400;

/**
 * The smallest script found that still breaks the same invariant, by taking away ever smaller pieces (delta debugging,
 * A. Zeller and R. Hildebrandt, 2002).
 */
export async function shrink(seed: number, script: readonly Step[], invariant: string): Promise<readonly Step[]> {
  let runs = 0;
  const breaks = async (steps: readonly Step[]): Promise<boolean> => {
    runs += 1;
    return (await runSeed(seed, steps)).problems.has(invariant);
  };
  let best = script;
  for (let size = best.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < best.length && runs < MOST_RUNS; ) {
      const without = [...best.slice(0, from), ...best.slice(from + size)];
      if (await breaks(without)) best = without;
      else from += size;
    }
  }
  return best;
}
