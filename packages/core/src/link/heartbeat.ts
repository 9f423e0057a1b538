import type { Env } from '../env/env.ts';

/** What a ping may be late. */
const GRACE_MS = 5_000;

/** How often the clock is looked at, and how late that look may be before it is a sign of sleep. */
const TICK_MS = 5_000;
const GAP_MS = 5_000;

/** Watches one link for silence and the page for sleep (rule 5). */
export interface Heartbeat {
  /** Starts with the server's interval. */
  start(intervalMs: number): void;
  /** A frame came. */
  seen(): void;
  stop(): void;
}

/** Calls `dead` one interval and 5 s after the last frame, and `slept` when a timer came much too late. */
export function createHeartbeat(env: Env, on: { dead(): void; slept(): void }): Heartbeat {
  let interval = 0;
  let last = 0;
  let cancel: (() => void) | undefined;

  const tick = () => {
    const asked = env.monotonic();
    const left = last + interval + GRACE_MS - asked;
    if (left <= 0) return on.dead();
    const wait = Math.min(TICK_MS, left);
    cancel = env.timer(() => {
      const late = env.monotonic() - asked - wait > GAP_MS;
      tick();
      if (late && cancel) on.slept();
    }, wait);
  };
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    start(intervalMs) {
      stop();
      interval = intervalMs;
      last = env.monotonic();
      tick();
    },
    seen() {
      last = env.monotonic();
    },
    stop,
  };
}
