import type { FaultClass } from './step.ts';

/** Files, and what goes wrong on their way. */
export const FILES: FaultClass = {
  name: 'files',
  most: 8,
  acts: {
    attach: (scene, { n, at }) => {
      const page = scene.page(n);
      const name = `${page?.name} ${at} ${n}.txt`;
      page?.attach(`${name}: ${'sugar and silk '.repeat((n >> 4) % 40)}`, name);
    },
    'attach-much': (scene, { n, at }) => {
      const page = scene.page(n);
      for (let k = 0; k < 3; k++) page?.attach(`a list of ${k}, ${at}, ${n}`, `${page.name} ${at} ${n} ${k}.txt`);
    },
    'cancel-upload': (scene, { n }) => {
      const page = scene.page(n);
      const row = page?.client.outbox.peek().find(({ status }) => status === 'uploading');
      if (page && row) page.discard(row.id);
    },
    'uploads-lossy': (scene, { n, ms }) => {
      scene.uploads.lose([0.3, 0.7, 1][n % 3] as number);
      scene.lasts(ms, () => scene.uploads.lose(0));
    },
    'uploads-busy': (scene, { ms }) => {
      scene.uploads.busy(true);
      scene.lasts(ms, () => scene.uploads.busy(false));
    },
  },
};
