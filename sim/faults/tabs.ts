import type { FaultClass } from './step.ts';

/** What happens between tabs that share locks and channels. */
export const TABS: FaultClass = {
  name: 'tabs',
  most: 5,
  acts: {
    // A debugger, a dialog, a script that runs for long: nothing tells the page, and its locks stay with it.
    'tab-hangs': (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page || page.life.frozen()) return;
      page.life.freeze();
      scene.lasts(5_000 + ms, () => page.cached() || page.life.thaw());
    },
    'hints-lost': (scene, { n, ms }) => {
      const { commons } = scene.profile(n);
      commons?.lose(n % 8 < 4 ? 1 : 0.5);
      scene.lasts(ms, () => commons?.lose(0));
    },
    'hints-late': (scene, { n, ms }) => {
      const { commons } = scene.profile(n);
      commons?.slow([300, 3_000][(n >> 3) % 2] as number);
      scene.lasts(ms, () => commons?.slow(0));
    },
    'tab-closes': (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page || page.life.frozen()) return;
      page.live('pagehide');
      page.life.kill();
      scene.world.after(Math.min(ms, 5_000), () => void scene.open(page.profile));
    },
  },
};
