import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { NOT_SIMULATED, PLACES } from '../sim/places.mjs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, requireNode } from './install.mjs';
import { run } from './run.mjs';
import { createTally } from './tally.mjs';

/** Seeds of one process of the simulation: a failure is told early, and one process does not live for hours. */
const SHARD = 1_000;

/** How often a long run must visit every interesting place (RELIABILITY, "Reach"). */
const VISITS = 100;

const { values } = parseArgs({
  options: {
    // How much of each part; 0 leaves it out.
    seeds: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1' },
    cuts: { type: 'string', default: '200' },
    kills: { type: 'string', default: '50' },
    lives: { type: 'string', default: '200' },
  },
});
const [seeds, from, cuts, kills, lives] = ['seeds', 'from', 'cuts', 'kills', 'lives'].map((name) =>
  Number(values[name]),
);

requireNode();
await install();
const started = performance.now();
const { check, suite, missing, close } = createTally();
await check('build and types', async () => {
  await build();
  return { code: 0, output: '' };
});

if (seeds > 0) {
  const reach = {};
  const simulated = performance.now();
  const shards = Array.from({ length: Math.ceil(seeds / SHARD) }, (_, n) => ({
    from: from + n * SHARD,
    count: Math.min(SHARD, seeds - n * SHARD),
  }));
  const work = async () => {
    for (let shard = shards.shift(); shard; shard = shards.shift()) {
      const { from, count } = shard;
      await check(`seeds ${from} to ${from + count - 1}`, async () => {
        const range = ['--seeds', String(count), '--from', String(from), '--without-mutants', '--no-worse'];
        const { code, output } = await run(process.execPath, ['scripts/sim.mjs', ...range, '--threads', '1'], {
          quiet: true,
        });
        const last = output.split('\n').find((line) => line.startsWith('{'));
        for (const [place, visits] of Object.entries(last ? JSON.parse(last).reach : {}))
          reach[place] = (reach[place] ?? 0) + visits;
        return { code, output };
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const seconds = (performance.now() - simulated) / 1000;
  console.log(`${seeds} seeds took ${seconds.toFixed(0)} s, ${(seeds / seconds).toFixed(1)} a second`);
  console.log(
    Object.entries(reach)
      .map(([place, visits]) => `${place} ${visits}`)
      .join(', '),
  );
  if (seeds >= SHARD) {
    const seldom = PLACES.filter((place) => !NOT_SIMULATED[place] && (reach[place] ?? 0) < VISITS);
    await check(`every interesting place was visited ${VISITS} times`, async () => ({
      code: seldom.length > 0 ? 1 : 0,
      output: seldom.map((place) => `${place}: ${reach[place] ?? 0}`).join('\n'),
    }));
  }
  await check('every mutant is noticed by its pinned seeds', () =>
    run(process.execPath, ['scripts/sim.mjs', '--seeds', '0', '--no-worse'], { quiet: true }),
  );
}
if (cuts > 0)
  await suite('cuts', ['--project', 'unit', 'packages/server/test/real-faults.test.ts'], { XIAOER_CUTS: String(cuts) });
const stories = [
  ['kills', kills, 'e2e/browser-kill.story.ts', 'XIAOER_KILLS'],
  ['lives', lives, 'e2e/widget-leak.story.ts', 'XIAOER_LIVES'],
].filter(([, times]) => times > 0);
if (stories.length > 0) {
  if (await ensureChromium())
    for (const [name, times, story, variable] of stories)
      await suite(name, ['--project', 'stories', story], { [variable]: String(times) });
  else missing('kills and lives: no Chromium. Install it, or name it in CHROMIUM.');
}
console.log(`\nAll of it took ${((performance.now() - started) / 60_000).toFixed(1)} min`);
close();
