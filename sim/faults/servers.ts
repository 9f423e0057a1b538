import type { FaultClass } from './step.ts';

const UP_AGAIN_MS = 8_000;

/** Servers that die. */
export const CRASHES: FaultClass = {
  name: 'crashes',
  most: 3,
  acts: {
    crash: ({ server }, { ms }) => server.crash(Math.min(ms, UP_AGAIN_MS)),
    'die-before-commit': (scene, { n, ms }) => {
      scene.storage.killAtInsert((n >> 3) % 5, 'before');
      scene.lasts(20_000 + ms, () => scene.storage.spare());
      scene.findings.reach('server dies at a commit');
    },
    'die-after-commit': (scene, { n, ms }) => {
      scene.storage.killAtInsert((n >> 3) % 5, 'after');
      scene.lasts(20_000 + ms, () => scene.storage.spare());
      scene.findings.reach('server dies at a commit');
    },
    drain: ({ server }, { ms }) => server.drain(Math.min(ms, 5_000), 500),
  },
};

/** Server disks that fail, or take their time. */
export const STORAGE: FaultClass = {
  name: 'storage',
  most: 3,
  acts: {
    'log-fails': (scene, { ms }) => {
      scene.storage.failing(true);
      scene.lasts(ms, () => scene.storage.failing(false));
    },
    'log-slow': (scene, { n, ms }) => {
      scene.storage.slow([500, 5_000, 60_000][(n >> 3) % 3] as number);
      scene.lasts(ms, () => scene.storage.slow(0));
    },
  },
};

/** History that is taken away. */
export const HISTORY: FaultClass = {
  name: 'history',
  most: 2,
  acts: {
    restore: ({ server }, { n, ms }) => server.restore((n >> 2) % 12, Math.min(ms, UP_AGAIN_MS)),
    trim: (scene, { n }) => {
      const logs = [...scene.oracle.logbook.current()];
      const log = logs[n % Math.max(1, logs.length)];
      if (log && log.events.length > 2) scene.server.trim(log.conversation, 2 + ((n >> 3) % (log.events.length - 1)));
    },
  },
};

/** Bots that fail. */
export const BOTS: FaultClass = {
  name: 'bots',
  most: 1,
  acts: {
    'bot-troubled': (scene, { ms }) => {
      scene.waiter.troubled(true);
      scene.lasts(2 * ms, () => scene.waiter.troubled(false));
    },
  },
};
