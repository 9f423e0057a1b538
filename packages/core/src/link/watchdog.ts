import type { Signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import type { Env } from '../env/env.ts';

const STALLED_MS = 30_000;

/** Notices work that does not move although the link says it is open (rule 9). */
export interface Watchdog {
  /** Something waits on an open link, since so many milliseconds, or not. */
  watch(waiting: boolean, since?: number): void;
  /** The server took or gave something. */
  progress(): void;
}

/** Calls `restart` once when nothing moved for 30 s, then says `degraded` until something moves. */
export function createWatchdog(env: Env, degraded: Signal<boolean>, restart: () => void): Watchdog {
  const alarm = createAlarm(env);
  let restarted = false;
  const start = (passed = 0) =>
    alarm.set(() => {
      degraded.value = restarted;
      if (restarted) return;
      restarted = true;
      restart();
    }, STALLED_MS - passed);
  return {
    watch(waiting, since) {
      if (!waiting) alarm.stop();
      else if (!alarm.waits() && !degraded.peek()) start(since);
    },
    progress() {
      restarted = false;
      degraded.value = false;
      if (alarm.waits()) start();
    },
  };
}
