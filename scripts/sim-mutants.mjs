import { writeFileSync } from 'node:fs';
import { bundleSim } from '../sim/bundle.mjs';
import { MUTANTS, SEEDS } from '../sim/mutants/index.mjs';

const PINNED = 2;

/** What is said of a mutant that no seed is known to kill. */
export const UNPINNED = '(no seed is known)';

/** Whether one of the seeds shows that a rule is missing; a run that never ends shows it, too. */
async function kills(sim, seeds) {
  for (const seed of seeds) if ((await sim.runSeed(seed)).problems.size > 0) return true;
  return false;
}

/** How many mutants their pinned seeds kill, and the names of those that live. */
export async function killMutants(tell = () => {}) {
  const alive = [];
  for (const mutant of MUTANTS) {
    let killed = false;
    let why = mutant.seeds.length > 0 ? '' : ` ${UNPINNED}`;
    try {
      const sim = await bundleSim('mutant', mutant);
      killed = await kills(sim, mutant.seeds);
    } catch (error) {
      why = ` (${error.message})`;
    }
    if (!killed) alive.push(`${mutant.rule}: ${mutant.name}${why}`);
    tell(killed, mutant);
  }
  return { killed: MUTANTS.length - alive.length, alive };
}

/**
 * Pins seeds that kill a mutant and break nothing without it: those that are pinned and still do, otherwise the first
 * that are found.
 */
export async function findSeeds(most, tell) {
  const base = await bundleSim('sim');
  const clean = new Map();
  const isClean = async (seed) => {
    if (!clean.has(seed)) clean.set(seed, (await base.runSeed(seed)).problems.size === 0);
    return clean.get(seed);
  };
  const pinned = {};
  for (const mutant of MUTANTS) {
    const found = [];
    const sim = await bundleSim('mutant', mutant);
    const search = async (seeds, wanted) => {
      for (const seed of seeds) {
        if (found.length >= wanted) break;
        if (!found.includes(seed) && (await kills(sim, [seed])) && (await isClean(seed))) found.push(seed);
      }
    };
    await search(mutant.seeds, PINNED);
    if (found.length === 0)
      await search(
        Array.from({ length: most }, (_, n) => n + 1),
        PINNED,
      );
    pinned[mutant.name] = found;
    tell(mutant, found);
    writeFileSync(SEEDS, `${JSON.stringify(pinned, null, 2)}\n`);
  }
}
