import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleSim, writeBundle } from '../sim/bundle.mjs';
import { MUTANTS, unaccounted } from '../sim/mutants/index.mjs';
import { NOT_SIMULATED, PLACES } from '../sim/places.mjs';
import { findSeeds, killMutants, UNPINNED } from './sim-mutants.mjs';
import { createThreads } from './sim-threads.mjs';

/** Seeds that run twice: their traces must be the same. */
const REPEATED = 10;

/** Seeds that a thread is given at once. */
const SHARE = 10;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    'find-seeds': { type: 'string' },
    // Fails for what is new only: not for seeds that are listed as open, nor for what is not simulated yet.
    'no-worse': { type: 'boolean', default: false },
    // Only the seeds, for one of several processes.
    'without-mutants': { type: 'boolean', default: false },
    threads: { type: 'string', default: String(availableParallelism()) },
    // The line for machines is all that goes to standard output; everything else is for people.
    json: { type: 'boolean', default: false },
  },
});

const line = ({ at, act, n, ms }) => `  ${String(at).padStart(6)} ${act} n=${n} ms=${ms}`;

async function explain(seed) {
  const sim = await bundleSim('sim');
  const script = sim.scriptOf(seed);
  const { problems, hash } = await sim.runSeed(seed, script);
  for (const [invariant, detail] of problems) {
    const small = await sim.shrink(seed, script, invariant);
    const again = await sim.runSeed(seed, small, values.trace);
    for (const row of again.trace) console.log(row);
    console.log(`seed ${seed} breaks «${invariant}»: ${detail}`);
    console.log(`script of ${small.length} steps, of ${script.length}:`);
    for (const step of small) console.log(line(step));
    console.log(`there: ${again.problems.get(invariant)}`);
  }
  console.log(`seed ${seed}: trace ${hash}, ${problems.size} violations. Again: npm run sim -- --seed ${seed}`);
  return problems.size;
}

const regressions = JSON.parse(readFileSync(new URL('../sim/regressions.json', import.meta.url), 'utf8'));
const closed = regressions.filter(({ open }) => !open).map(({ seed }) => seed);
const open = new Set(regressions.flatMap((one) => (one.open ? one.seed : [])));

/** What became of many seeds, in their order. */
async function runAll(threads, bundle, seeds) {
  const shares = Array.from({ length: Math.ceil(seeds.length / SHARE) }, (_, n) =>
    seeds.slice(n * SHARE, (n + 1) * SHARE),
  );
  return (await Promise.all(shares.map((share) => threads.run({ bundle, seeds: share })))).flat();
}

if (values['find-seeds'] !== undefined) {
  const threads = createThreads(Number(values.threads));
  const wanted = Array.from({ length: Number(values['find-seeds']) }, (_, n) => n + 1);
  await findSeeds(threads, wanted, ({ rule, name }, found) =>
    console.log(`${found.length > 0 ? '✓' : '✗'} ${rule}: ${name}: ${found.join(', ')}`),
  );
  await threads.close();
} else if (values.seed !== undefined) process.exitCode = (await explain(Number(values.seed))) > 0 ? 1 : 0;
else {
  const threads = createThreads(Number(values.threads));
  const from = Number(values.from);
  const seeds = Number(values.seeds);
  const reach = Object.fromEntries(PLACES.map((place) => [place, 0]));
  const broken = new Map();
  const bundle = await writeBundle('sim');
  const started = process.cpuUsage();
  const range = Array.from({ length: seeds }, (_, n) => from + n);
  const outcomes = await runAll(threads, bundle, [...closed, ...range, ...range.slice(0, REPEATED)]);
  const hashes = new Map();
  const breaks = (invariant, seed, detail) =>
    broken.set(invariant, [...(broken.get(invariant) ?? []), { seed, detail }]);
  for (const { seed, problems, reached, hash } of outcomes) {
    const before = hashes.get(seed);
    if (before && before !== hash) breaks('the same seed is the same run', seed, 'another trace');
    if (before) continue;
    hashes.set(seed, hash);
    for (const [place, count] of reached) reach[place] = (reach[place] ?? 0) + count;
    for (const [invariant, detail] of problems) breaks(invariant, seed, detail);
  }
  const { user } = process.cpuUsage(started);
  let violations = 0;
  let known = 0;
  for (const [invariant, cases] of broken) {
    violations += cases.length;
    known += cases.filter(({ seed }) => open.has(seed)).length;
    console.error(
      `✗ ${invariant}: ${cases.length} seeds, as ${cases
        .slice(0, 5)
        .map(({ seed }) => seed)
        .join(', ')}`,
    );
    for (const { seed, detail } of cases.slice(0, 2)) console.error(`    ${seed}: ${detail.slice(0, 600)}`);
    const fresh = cases.filter(({ seed }) => !open.has(seed)).map(({ seed }) => seed);
    if (fresh.length > 0) console.error(`    not listed: ${fresh.join(', ')}`);
  }
  for (const rule of unaccounted()) {
    violations += 1;
    console.error(`✗ ${rule} has neither a mutant nor a reason, or both`);
  }
  const missed = seeds > 0 ? PLACES.filter((place) => reach[place] === 0) : [];
  for (const place of missed) console.error(`✗ never visited: ${place}. ${NOT_SIMULATED[place] ?? ''}`);
  if (seeds > 0) console.error(`${(user / 1_000 / outcomes.length).toFixed(1)} ms of CPU a seed`);
  const { killed, alive } = values['without-mutants'] ? { killed: 0, alive: [] } : await killMutants(threads);
  await threads.close();
  for (const name of alive) console.error(`✗ nobody notices: ${name}`);
  console.log(JSON.stringify({ seeds, violations, mutantsKilled: killed, mutants: MUTANTS.length, reach }));
  const worse =
    violations > known ||
    missed.some((place) => !NOT_SIMULATED[place]) ||
    alive.some((name) => !name.endsWith(UNPINNED));
  process.exitCode = (values['no-worse'] ? worse : worse || violations + missed.length + alive.length > 0) ? 1 : 0;
}
