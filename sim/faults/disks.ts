import type { DiskMode } from '../world/disk.ts';
import type { Act, FaultClass } from './step.ts';

const mode =
  (next: DiskMode): Act =>
  (scene, { n, ms }) => {
    const { disk } = scene.profile(n);
    disk.set(next);
    scene.findings.reach(`disk ${next}`);
    scene.lasts(ms, () => disk.set('fine'));
  };

/** Disks that have little room left: whoever gives something up may store something else. */
export const CROWDS: FaultClass = {
  name: 'crowds',
  most: 4,
  acts: {
    'disk-crowded': (scene, { n, ms }) => {
      const { disk } = scene.profile(n);
      disk.crowd((n >> 3) % 3_000);
      scene.lasts(2 * ms, () => disk.crowd(undefined));
    },
  },
};

/** Stores that are slow, fail, or lose what they had. */
export const DISKS: FaultClass = {
  name: 'disks',
  most: 4,
  acts: {
    'disk-slow': (scene, { n, ms }) => {
      const { disk } = scene.profile(n);
      disk.slow([200, 2_000, 7_000][(n >> 3) % 3] as number);
      scene.lasts(ms, () => disk.slow(0));
    },
    'disk-aborting': mode('aborting'),
    'disk-full': mode('full'),
    'disk-blocked': mode('blocked'),
    'disk-missing': mode('missing'),
    'disk-evicted': (scene, { n }) => {
      const profile = scene.profile(n);
      profile.disk.evict();
      scene.oracle.diskLost(profile);
    },
    'machine-crashes': (scene, { n, ms }) => {
      // What the machine had not really written is gone when it comes back.
      const profile = scene.profile(n);
      profile.disk.remember();
      scene.world.after(Math.min(ms, 10_000), () => {
        for (const page of profile.pages) page.life.kill();
        if (n % 2 && profile.disk.rollBack()) scene.oracle.diskLost(profile);
        scene.world.after(1_000, () => {
          scene.open(profile);
          scene.open(profile);
        });
      });
    },
  },
};
