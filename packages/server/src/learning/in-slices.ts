import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which everything else of the server has its turn. */
const SLICE_MS = 8;

/** Waits when the present slice is used up: who waits for an answer is answered meanwhile. */
export function createPause(monotonic: () => number): () => Promise<void> | undefined {
  let from = monotonic();
  return () => {
    if (monotonic() - from < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      from = monotonic();
    });
  };
}

/** Runs steps to their end, a slice after the other. */
export async function inSlices<T>(steps: Generator<undefined, T>, monotonic: () => number): Promise<T> {
  const pause = createPause(monotonic);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
