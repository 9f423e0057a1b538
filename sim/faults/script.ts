import { habitsOf } from '../habits.ts';
import { randomOf } from '../world/random.ts';
import { CROWDS, DISKS } from './disks.ts';
import { FILES } from './files.ts';
import { IDENTITIES } from './identities.ts';
import { CUTS, DELAYS, REFUSALS, SILENCE } from './links.ts';
import { CLOCKS, DEATHS, LISTENERS, SLEEP } from './pages.ts';
import { PEOPLE } from './people.ts';
import { BOTS, CRASHES, HISTORY, STORAGE } from './servers.ts';
import type { Act, FaultClass, Step } from './step.ts';
import { TABS } from './tabs.ts';

/** Every class of faults. */
export const CLASSES: readonly FaultClass[] = [
  CUTS,
  SILENCE,
  DELAYS,
  REFUSALS,
  DEATHS,
  SLEEP,
  CLOCKS,
  LISTENERS,
  DISKS,
  CRASHES,
  STORAGE,
  HISTORY,
  BOTS,
  IDENTITIES,
];

/** Every act by name. */
export const ACTS: ReadonlyMap<string, Act> = new Map([
  ...[...CLASSES, TABS, CROWDS, FILES].flatMap(({ acts }) => Object.entries(acts)),
  ...Object.entries(PEOPLE).map(([name, [, act]]) => [name, act] as const),
]);

/** How long people do things, in milliseconds. */
export const SPAN_MS = 60_000;

const OPS = 40;
const LEAST_CLASSES = 5;
const DURATIONS = [200, 1_500, 4_000, 9_000, 20_000, 40_000];

/** What happens in the run of a seed: 40 acts of people, and faults of at least five classes. */
export function scriptOf(seed: number): readonly Step[] {
  let random = randomOf(`script ${seed}`);
  const steps: Step[] = [];
  const add = (act: string) =>
    steps.push({
      at: 100 + random.below(SPAN_MS),
      act,
      n: random.below(1_000_000),
      ms: 1 + random.below(random.pick(DURATIONS)),
    });
  const people = Object.entries(PEOPLE).flatMap(([name, [weight]]) => Array.from({ length: weight }, () => name));
  for (let n = 0; n < OPS; n++) add(random.pick(people));
  const on = CLASSES.filter(() => random.chance(0.5));
  const off = CLASSES.filter((one) => !on.includes(one));
  while (on.length < LEAST_CLASSES) on.push(...off.splice(random.below(off.length), 1));
  const addAll = ({ acts, most }: FaultClass) => {
    for (let n = 1 + random.below(most); n > 0; n--) add(random.pick(Object.keys(acts)));
  };
  on.forEach(addAll);
  const { tabs, crowds, files } = habitsOf(seed);
  random = randomOf(`more ${seed}`);
  if (tabs) addAll(TABS);
  if (crowds) addAll(CROWDS);
  if (files) addAll(FILES);
  return steps.sort((a, b) => a.at - b.at);
}
