import type { FaultClass } from './step.ts';

/** Tabs that die. */
export const DEATHS: FaultClass = {
  name: 'deaths',
  most: 4,
  acts: {
    kill: (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page) return;
      page.life.kill();
      scene.world.after(Math.min(ms, 5_000), () => void scene.open(page.profile));
    },
    'kill-at-await': (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page) return;
      page.life.killBefore((n >> 4) % 24);
      scene.world.after(Math.min(ms, 20_000), () => {
        page.life.kill();
        scene.open(page.profile);
      });
    },
    duplicate: (scene, { n }) => {
      const profile = scene.profile(n);
      if (profile.pages.filter(({ life }) => life.alive()).length < 4) scene.open(profile);
    },
  },
};

/** Tabs that sleep. */
export const SLEEP: FaultClass = {
  name: 'sleep',
  most: 4,
  acts: {
    freeze: (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page || page.life.frozen()) return;
      page.live('freeze');
      page.life.freeze();
      scene.lasts(ms, () => {
        if (page.cached()) return;
        page.life.thaw();
        page.live('resume');
      });
    },
    'machine-sleeps': (scene, { n, ms }) => {
      const pages = scene.profile(n).pages.filter(({ life, cached }) => life.alive() && !life.frozen() && !cached());
      for (const { life } of pages) life.freeze();
      scene.lasts(ms, () => {
        for (const { life, cached } of pages) if (!cached()) life.thaw();
        if (n % 2) for (const page of pages) page.live('online');
      });
    },
    throttle: (scene, { n, ms }) => {
      const page = scene.page(n);
      page?.throttle(n % 3 ? 1_000 : 60_000);
      scene.lasts(ms, () => page?.throttle(0));
    },
    bfcache: (scene, { n, ms }) => {
      const page = scene.page(n);
      if (!page || page.life.frozen()) return;
      page.leave();
      scene.findings.reach('bfcache');
      scene.lasts(ms, () => page.back());
    },
    'signs-of-life': (scene, { n }) => {
      // Online, visible and focus within five milliseconds.
      const page = scene.page(n);
      if (!page || page.cached()) return;
      page.live('online');
      scene.world.after(3, () => page.cached() || page.live('visible'));
      scene.world.after(5, () => page.cached() || page.live('online'));
    },
  },
};

const DAY = 86_400_000;

/** Clocks that jump: by a second, an hour, a day, ten years, forth and back. */
export const CLOCKS: FaultClass = {
  name: 'clocks',
  most: 3,
  acts: {
    jump: (scene, { n }) => {
      const size = [1_000, 3_600_000, DAY, 3_650 * DAY][(n >> 3) % 4] as number;
      scene.profile(n).jump(n % 4 < 2 ? size : -size);
    },
  },
};

/** Host pages whose listeners throw, speak, or sign out. */
export const LISTENERS: FaultClass = {
  name: 'listeners',
  most: 2,
  acts: {
    'listener-throws': (scene, { n }) => {
      scene.page(n)?.client.on('message:received', () => {
        throw new Error('a bug of the host page');
      });
    },
    'listener-speaks': (scene, { n }) => {
      const page = scene.page(n);
      let left = 3;
      page?.client.on('message:received', () => {
        if (left-- > 0) page.say('text', { text: `${page.name} echo ${left} ${n}` }, `${page.name} echo ${left} ${n}`);
      });
    },
    'listener-leaves': (scene, { n }) => {
      const page = scene.page(n);
      const end = page?.client.on('message:received', () => end?.());
    },
    'listener-signs-out': (scene, { n }) => {
      const page = scene.page(n);
      const end = page?.client.on('message:received', () => {
        end?.();
        page.logout();
      });
    },
  },
};
