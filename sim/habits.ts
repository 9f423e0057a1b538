import { randomOf } from './world/random.ts';

/** What a seed has beside what every seed has. */
export interface Habits {
  /** The browser has locks and channels: the tabs of a profile share one link (rule 10). */
  readonly tabs: boolean;
  /** The bot streams (rule 15). */
  readonly streams: boolean;
  /** Disks that fill up, and have room again for whoever gives something up (rule 14). */
  readonly crowds: boolean;
  /** Shoppers attach files. */
  readonly files: boolean;
}

/** Six seeds of ten have more than the rest, and of that mostly several things together. */
export function habitsOf(seed: number): Habits {
  const random = randomOf(`habits ${seed}`);
  const more = random.chance(0.6);
  const has = () => random.chance(0.6) && more;
  return { tabs: has(), streams: has(), crowds: has(), files: has() };
}
