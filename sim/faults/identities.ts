import type { TokenMode } from '../actors/profile.ts';
import type { Act, FaultClass } from './step.ts';

const tokens =
  (mode: TokenMode): Act =>
  (scene, { n, ms }) => {
    const profile = scene.profile(n);
    profile.tokens(mode);
    scene.lasts(ms, () => profile.tokens('fine'));
  };

/** Shoppers who sign in and out, and what goes wrong with it. */
export const IDENTITIES: FaultClass = {
  name: 'identities',
  most: 5,
  acts: {
    'sign-in': (scene, { n }) => scene.page(n)?.identify((n >> 3) % 2 ? 'mei' : `guest-${scene.profile(n).name}`),
    'sign-out': (scene, { n }) => scene.page(n)?.logout(),
    'short-tokens': (scene, { n, ms }) => {
      const profile = scene.profile(n);
      profile.tokens('fine', 20_000 + (n % 50_000));
      scene.lasts(ms, () => profile.tokens('fine'));
    },
    'tokens-fail': tokens('failing'),
    'tokens-hang': tokens('hanging'),
    'tokens-ended': tokens('ended'),
    'tokens-of-another': tokens('other'),
    'tokens-refused': (scene, { ms }) => {
      scene.tokens.refuseAll(true);
      scene.lasts(ms, () => scene.tokens.refuseAll(false));
    },
  },
};
