import type { Scene } from '../scene.ts';
import type { Network, NetworkMode } from '../world/network.ts';
import type { Wire } from '../world/wire.ts';
import type { Act, FaultClass } from './step.ts';

const networkOf = ({ networks }: Scene, n: number): Network => networks[n % networks.length] as Network;

/** Mostly all links of a machine, sometimes one of them. */
const wiresOf = (net: Network, n: number): readonly Wire[] => {
  const wires = [...net.wires];
  return n % 3 ? wires : wires.slice(0, 1);
};

const mode =
  (next: NetworkMode): Act =>
  (scene, { n, ms }) => {
    const net = networkOf(scene, n);
    net.set(next);
    if (n % 2) for (const wire of net.wires) wire.cut();
    scene.lasts(ms, () => net.set('up'));
  };

/** Links that end. */
export const CUTS: FaultClass = {
  name: 'cuts',
  most: 6,
  acts: {
    'cut-now': (scene, { n }) => {
      for (const wire of wiresOf(networkOf(scene, n), n >> 3)) wire.cut();
    },
    'cut-up-after': (scene, { n }) => {
      for (const wire of wiresOf(networkOf(scene, n), n >> 3)) wire.cutAfter('up', (n >> 5) % 4, n % 2 === 0);
    },
    'cut-down-after': (scene, { n }) => {
      for (const wire of wiresOf(networkOf(scene, n), n >> 3)) wire.cutAfter('down', (n >> 5) % 4, n % 2 === 0);
    },
  },
};

/** Links that end without anybody being told. */
export const SILENCE: FaultClass = {
  name: 'silence',
  most: 3,
  acts: {
    'silent-death': (scene, { n }) => {
      for (const wire of wiresOf(networkOf(scene, n), n >> 3)) wire.mute(true, true);
    },
    'half-open': (scene, { n }) => {
      for (const wire of wiresOf(networkOf(scene, n), n >> 3)) wire.mute(n % 2 === 0, n % 2 === 1);
    },
    unreachable: (scene, step) => mode((step.n >> 5) % 2 ? 'silent' : 'deaf')(scene, step),
  },
};

/** Networks that take their time, and deliver to links that are closed. */
export const DELAYS: FaultClass = {
  name: 'delays',
  most: 3,
  acts: {
    slow: (scene, { n, ms }) => {
      const net = networkOf(scene, n);
      net.slow([300, 2_000, 10_000][(n >> 3) % 3] as number);
      scene.lasts(ms, () => net.slow(0));
    },
    late: (scene, { n, ms }) => {
      const net = networkOf(scene, n);
      net.keepLate(true);
      scene.lasts(ms, () => net.keepLate(false));
    },
  },
};

/** Answers that are none. */
export const REFUSALS: FaultClass = {
  name: 'refusals',
  most: 3,
  acts: { refused: mode('refused'), captive: mode('captive'), 'too-many': mode('busy') },
};
