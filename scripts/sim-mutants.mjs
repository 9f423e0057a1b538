import { writeFileSync } from 'node:fs';
import { writeBundle } from '../sim/bundle.mjs';
import { MUTANTS, SEEDS } from '../sim/mutants/index.mjs';

const PINNED = 2;

/** What is said of a mutant that no seed is known to kill. */
export const UNPINNED = '(no seed is known)';

/** Does something with every mutant, with as many at once as there are threads. */
async function withAll({ count }, work) {
  const rest = [...MUTANTS];
  const lane = async () => {
    for (let mutant = rest.shift(); mutant; mutant = rest.shift()) await work(mutant);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

const isKilled = (outcomes) => outcomes.some(({ problems }) => problems.size > 0);
const bundleOf = (mutant) => writeBundle(`mutant-${MUTANTS.indexOf(mutant)}`, mutant);

/** How many mutants their pinned seeds kill, and the names of those that live; a mutant that cannot be made lives. */
export async function killMutants(threads) {
  const alive = [];
  await withAll(threads, async (mutant) => {
    const { rule, name, seeds } = mutant;
    let why = seeds.length > 0 ? '' : ` ${UNPINNED}`;
    try {
      const bundle = await bundleOf(mutant);
      if (isKilled(await threads.run({ bundle, seeds, untilBroken: true }))) return;
    } catch (error) {
      why = ` (${error.message})`;
    }
    alive.push(`${rule}: ${name}${why}`);
  });
  return { killed: MUTANTS.length - alive.length, alive };
}

/**
 * Pins seeds that kill a mutant and break nothing without it: those that are pinned and still do, otherwise the first
 * of `wanted` that are found.
 */
export async function findSeeds(threads, wanted, tell) {
  const base = await writeBundle('sim');
  const pinned = {};
  await withAll(threads, async (mutant) => {
    const bundle = await bundleOf(mutant);
    const found = [];
    const search = async (seeds) => {
      for (const seed of seeds) {
        if (found.length >= PINNED) break;
        if (!isKilled(await threads.run({ bundle, seeds: [seed] }))) continue;
        if (!isKilled(await threads.run({ bundle: base, seeds: [seed] }))) found.push(seed);
      }
    };
    await search(mutant.seeds);
    if (found.length === 0) await search(wanted);
    pinned[mutant.name] = found;
    tell(mutant, found);
    const rows = MUTANTS.filter(({ name }) => pinned[name]).map(({ name }) => [name, pinned[name]]);
    writeFileSync(SEEDS, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
  });
}
