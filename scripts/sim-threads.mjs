import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

// Half of the time of a thousand seeds went to compiling what soon changed its shape again: V8 is told to optimise
// later, and smaller pieces. What a seed leaves behind dies young where there is room for it.
for (const flag of [
  '--interrupt-budget=1000000',
  '--max-inlined-bytecode-size-cumulative=200',
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
])
  setFlagsFromString(flag);

/**
 * Threads that run seeds, each with modules of its own.
 *
 * @param {number} count
 */
export function createThreads(count) {
  const threads = Array.from({ length: count }, () => new Worker(new URL('sim-worker.mjs', import.meta.url)));
  const idle = [...threads];
  const waiting = [];
  const next = () => {
    if (idle.length > 0 && waiting.length > 0) waiting.shift()(idle.shift());
  };
  return {
    count,
    /**
     * What became of seeds, in their order. A thread that breaks down breaks the run.
     *
     * @param {{ bundle: string, seeds: readonly number[], untilBroken?: boolean }} job
     */
    run: (job) =>
      new Promise((resolve, reject) => {
        waiting.push((worker) => {
          const done = (settle) => (result) => {
            worker.removeAllListeners('message').removeAllListeners('error');
            idle.push(worker);
            settle(result);
            next();
          };
          worker.once('message', done(resolve)).once('error', done(reject));
          worker.postMessage(job);
        });
        next();
      }),
    close: () => Promise.all(threads.map((worker) => worker.terminate())),
  };
}
