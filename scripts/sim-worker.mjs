import { parentPort } from 'node:worker_threads';

/** One thread of the simulation: runs seeds of a bundle one after the other, where asked only to the first that breaks something. */
parentPort.on('message', async ({ bundle, seeds, untilBroken }) => {
  const { runSeed } = await import(bundle);
  const outcomes = [];
  for (const seed of seeds) {
    const { problems, reached, hash } = await runSeed(seed);
    outcomes.push({ seed, problems, reached, hash });
    if (untilBroken && problems.size > 0) break;
  }
  parentPort.postMessage(outcomes);
});
