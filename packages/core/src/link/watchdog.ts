import { type ReadonlySignal, signal } from '@preact/signals-core';
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
  let restarted = false;
  let cancel: (() => void) | undefined;
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  const start = () => {
    cancel = env.timer(() => {
      cancel = undefined;
      if (restarted) degraded.value = true;
      restarted = true;
      if (!degraded.value) restart();
    }, STALLED_MS);
  };
  return {
    degraded,
    watch(waiting) {
      if (!waiting) stop();
      else if (!cancel && !degraded.value) start();
    },
    progress() {
      restarted = false;
      degraded.value = false;
      if (!cancel) return;
      stop();
      start();
    },
  };
}
