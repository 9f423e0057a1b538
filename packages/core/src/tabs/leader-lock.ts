import type { LockOptions, Locks } from '../env/env.ts';

/** The lock of the tab that has the link. */
export interface LeaderLock {
  /** Waits for it, behind those who waited before. */
  wait(): void;
  /** Takes it from whoever holds it. */
  steal(): void;
  /** Neither holds it nor waits for it any more. */
  letGo(): void;
  held(): boolean;
}

/** Calls `got` when this tab holds the lock, and `stolen` when another took it away. */
export function createLeaderLock(locks: Locks, name: string, got: () => void, stolen: () => void): LeaderLock {
  let waiting: AbortController | undefined;
  let release: (() => void) | undefined;

  const request = (wait: AbortController, how: LockOptions) => {
    let mine: (() => void) | undefined;
    waiting = wait;
    const held = () => {
      if (waiting !== wait) return undefined;
      waiting = undefined;
      return new Promise<void>((resolve) => {
        mine = release = resolve;
        got();
      });
    };
    locks.request(name, how, held).catch(() => {
      if (waiting === wait) waiting = undefined;
      if (!mine || release !== mine) return;
      release = undefined;
      stolen();
    });
  };
  const lock: LeaderLock = {
    wait() {
      if (waiting || release) return;
      const wait = new AbortController();
      request(wait, { signal: wait.signal });
    },
    steal() {
      lock.letGo();
      // What steals cannot be given up, and need not: it is granted at once.
      request(new AbortController(), { steal: true });
    },
    letGo() {
      const given = release;
      const asked = waiting;
      release = waiting = undefined;
      asked?.abort();
      given?.();
    },
    held: () => !!release,
  };
  return lock;
}
