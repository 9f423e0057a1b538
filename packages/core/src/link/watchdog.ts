import { type ReadonlySignal, signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import type { Env } from '../env/env.ts';

const STALLED_MS = 30_000;

/** Notices work that does not move although the link says it is open (rule 9). */
export interface Watchdog {
  /** Nothing moved for 30 s, the link was opened anew, and still nothing moved for 30 s. */
  readonly degraded: ReadonlySignal<boolean>;
  /** Something waits on an open link, or not. */
  watch(waiting: boolean): void;
  /** The server took or gave something. */
  progress(): void;
}

/** Calls `restart` once, then says `degraded` until something moves. */
export function createWatchdog(env: Env, restart: () => void): Watchdog {
  const degraded = signal(false);
  const alarm = createAlarm(env);
  let restarted = false;
  const start = () =>
    alarm.set(() => {
      degraded.value = restarted;
      if (restarted) return;
      restarted = true;
      restart();
    }, STALLED_MS);
  return {
    degraded,
    watch(waiting) {
      if (!waiting) alarm.stop();
      else if (!alarm.waits() && !degraded.value) start();
    },
    progress() {
      restarted = false;
      degraded.value = false;
      if (alarm.waits()) start();
    },
  };
}
