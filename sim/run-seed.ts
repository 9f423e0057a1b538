import { ACTS, SPAN_MS, scriptOf } from './faults/script.ts';
import type { Step } from './faults/step.ts';
import { judgeReload, look } from './offline-reload.ts';
import { createScene } from './scene.ts';

/** What became of one seed. */
export interface Outcome {
  /** Broken invariants, each with its first case. */
  readonly problems: ReadonlyMap<string, string>;
  readonly reached: ReadonlyMap<string, number>;
  /** The same for every run of the same seed and script. */
  readonly hash: string;
  readonly trace: readonly string[];
}

/** After the faults everything must be quiet within this time. */
const SETTLE_MS = 120_000;
const QUIET_MS = 20_000;
const REMAINS_MS = 15_000;
/** Every profile ends with two tabs that are awake. */
const TABS = 2;

/** Runs a seed, or another script in its world. */
export async function runSeed(seed: number, script = scriptOf(seed), keepTrace = false): Promise<Outcome> {
  const scene = createScene(seed, keepTrace);
  const { world, findings, oracle, profiles } = scene;
  const perform = (step: Step) => {
    world.add(`* ${step.act} ${step.n} ${step.ms}`);
    ACTS.get(step.act)?.(scene, step);
  };
  const broken = (error: unknown) => findings.problem('nothing is thrown', String((error as Error)?.stack ?? error));
  process.on('unhandledRejection', broken);
  try {
    for (const step of script) world.after(step.at, () => perform(step));
    world.after(SPAN_MS + 1_000, () => {
      world.add('* the faults end');
      scene.heal();
      for (const profile of profiles) {
        const living = profile.pages.filter(({ life }) => life.alive());
        for (let n = living.length; n < TABS; n++) scene.open(profile);
        for (const page of living) page.live('online');
      }
    });
    // A page that could not read its disk goes without it until it is loaded again.
    world.after(SPAN_MS + SETTLE_MS / 2, () => {
      for (const profile of profiles)
        for (const { life, client } of [...profile.pages]) {
          if (!life.alive() || client.connection.peek().durable) continue;
          life.kill();
          scene.open(profile);
        }
    });
    // Whoever finds a window without a line in it, and more further up, looks there: what was cached had aged.
    world.after(SPAN_MS + (SETTLE_MS / 4) * 3, () => {
      for (const { pages } of profiles)
        for (const { life, client } of pages)
          if (life.alive() && !client.messages.peek().length && client.hasOlder.peek())
            life.input(() => void client.loadOlder());
    });
    const end = SPAN_MS + 1_000 + SETTLE_MS;
    await world.run(end, oracle.settled);
    oracle.expectQuiet();
    await world.run(end + QUIET_MS, oracle.settled);
    oracle.judge(profiles, scene.uploads.content);
    const seen = look(scene);
    for (const { pages } of profiles) for (const page of pages) if (page.life.alive()) page.client.destroy();
    await world.run(end + QUIET_MS + REMAINS_MS, () => {});
    oracle.judgeRemains(profiles);
    await judgeReload(scene, seen);
  } catch (error) {
    broken(error);
  } finally {
    process.off('unhandledRejection', broken);
  }
  return { problems: findings.problems, reached: findings.reached, hash: world.hash(), trace: world.lines };
}
