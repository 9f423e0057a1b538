import type { Commons } from '../world/commons.ts';
import type { Disk } from '../world/disk.ts';
import type { Network } from '../world/network.ts';
import type { World } from '../world/world.ts';
import type { Page } from './page.ts';
import type { Tokens } from './tokens.ts';

/** How the merchant's page hands out tokens. */
export type TokenMode = 'fine' | 'failing' | 'hanging' | 'ended' | 'other';

/** One browser profile: a machine's network and clock, a disk, and the tabs over it. */
export interface Profile {
  readonly name: string;
  readonly network: Network;
  readonly disk: Disk;
  /** Where the browser has locks and channels. */
  readonly commons: Commons | undefined;
  readonly pages: Page[];
  /** Who is signed in to the shop; empty for nobody. */
  user: string;
  clockOffset(): number;
  jump(ms: number): void;
  token(user: string): Promise<string>;
  tokens(mode: TokenMode, ms?: number): void;
}

const LIFE_MS = 600_000;

/** A profile without tabs. */
export function createProfile(
  world: World,
  name: string,
  { network, disk, commons, tokens }: Pick<Profile, 'network' | 'disk' | 'commons'> & { readonly tokens: Tokens },
): Profile {
  let offset = 0;
  let mode: TokenMode = 'fine';
  let lasts = LIFE_MS;
  return {
    name,
    network,
    disk,
    commons,
    pages: [],
    user: '',
    clockOffset: () => offset,
    jump(ms) {
      offset += ms;
    },
    token: (user) =>
      new Promise((resolve, reject) => {
        const now = mode;
        if (now === 'hanging') return;
        world.after(network.delay(), () => {
          if (now === 'failing') reject(new Error('the shop does not answer'));
          else resolve(tokens.issue(now === 'other' ? `${user}-other` : user, now === 'ended' ? -1 : lasts));
        });
      }),
    tokens(next, ms = LIFE_MS) {
      mode = next;
      lasts = ms;
    },
  };
}
