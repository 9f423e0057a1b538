import type { Channel, Locks } from '@xiaoer/core/env';
import { fakeLocks } from '@xiaoer/core/testing';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What the tabs of one browser profile have in common beside their disk: locks, and channels whose messages may be lost. */
export interface Commons {
  /** As one tab has it. */
  of(life: Life): { readonly locks: Locks; readonly channel: (name: string) => Channel };
  /** Loses that part of all messages from now on. */
  lose(part: number): void;
  /** Messages take up to so many milliseconds from now on. */
  slow(most: number): void;
  /** Whether a tab was given the lock of the one that leads since this was last asked. */
  led(life: Life): boolean;
  /** Locks that a tab holds or waits for, and channels that it has open. */
  handles(life: Life): number;
}

const USUAL_MS = 5;

/** Whoever listens at the tabs of a profile. */
export interface CommonsWatch {
  /** A lock was taken from whoever held it. */
  stolen(): void;
  /** A tab told something to those that listen to the same channel. */
  told(channel: string, text: string): void;
}

/** A profile without tabs. */
export function createCommons(world: World, random: Random, { stolen, told }: CommonsWatch): Commons {
  const locks = fakeLocks();
  const ears = new Set<{ readonly life: Life; readonly name: string; at: number; hear(text: string): void }>();
  const leaders = new Set<Life>();
  let lost = 0;
  let most = USUAL_MS;
  const later = (life: Life, task: () => void) => void world.after(random.below(most), () => life.input(task));

  return {
    of(life) {
      life.whenDead(() => {
        locks.drop(life);
        for (const ear of ears) if (ear.life === life) ears.delete(ear);
      });
      return {
        locks: {
          request(name, options, held) {
            if (options.steal && locks.names().includes(name)) stolen();
            const given = () => {
              const kept = held();
              if (kept && options.mode !== 'shared') leaders.add(life);
              return kept;
            };
            return locks.request(life, (task) => later(life, task), name, options, given);
          },
        },
        channel(name) {
          let heard: (event: { readonly data: unknown }) => void = () => {};
          const ear = {
            life,
            name,
            at: 0,
            hear: (text: string) => ears.has(ear) && heard({ data: JSON.parse(text) }),
          };
          ears.add(ear);
          return {
            postMessage(message) {
              if (!ears.has(ear)) return;
              const text = JSON.stringify(message);
              world.add('~ ', text);
              told(name, text);
              for (const other of ears)
                if (other !== ear && other.name === name && !random.chance(lost)) {
                  // Never before the message that was posted before it.
                  other.at = Math.max(other.at, world.now() + random.below(most));
                  world.after(other.at - world.now(), () => other.life.input(() => other.hear(text)));
                }
            },
            addEventListener(_, listener) {
              heard = listener;
            },
            close: () => void ears.delete(ear),
          };
        },
      };
    },
    lose(part) {
      lost = part;
    },
    slow(next) {
      most = Math.max(USUAL_MS, next);
    },
    led: (life) => leaders.delete(life),
    handles: (life) => locks.names(life).length + [...ears].filter((ear) => ear.life === life).length,
  };
}
