import type { Page } from '../actors/page.ts';
import type { Profile } from '../actors/profile.ts';
import type { World } from '../world/world.ts';

/** Tabs that do not know that another one of their profile has signed out. */
export interface SignOuts {
  /** A page shows somebody from now on. */
  begins(page: Page): void;
  /** The last thing that was stored for this user of a profile was wiped. */
  wiped(profile: Profile, user: string): void;
  /** Whether nobody could tell a page that its shopper has signed out: what is written there goes when it learns of it. */
  isUntold(page: Page): boolean;
}

/** Nobody has signed out yet. */
export function createSignOuts(world: World): SignOuts {
  const begun = new Map<Page, number>();
  const ends = new Map<Profile, Map<string, number>>();
  return {
    begins: (page) => void begun.set(page, world.now()),
    wiped(profile, user) {
      const users = ends.get(profile) ?? new Map<string, number>();
      ends.set(profile, users.set(user, world.now()));
    },
    isUntold: (page) =>
      !page.profile.commons &&
      (ends.get(page.profile)?.get(page.user()) ?? Number.NEGATIVE_INFINITY) >= (begun.get(page) ?? 0),
  };
}
