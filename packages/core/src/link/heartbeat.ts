import type { Scope } from '../env/scope.ts';

/** What a ping may be late. */
const GRACE_MS = 5_000;

/** How often the clock is looked at, and how late that look may be before it is a sign of sleep. */
const TICK_MS = 5_000;
const GAP_MS = 5_000;

/**
 * Watches one connection for silence and the page for sleep (rule 5): calls `dead` one interval and 5 s after the last
 * frame, and `slept` when a timer came much too late. The answer is told that a frame came.
 */
export function createHeartbeat(env: Scope, intervalMs: number, dead: () => void, slept: () => void): () => void {
  let last = env.monotonic();
  const tick = () => {
    const asked = env.monotonic();
    const left = last + intervalMs + GRACE_MS - asked;
    if (left <= 0) return dead();
    const wait = Math.min(TICK_MS, left);
    env.timer(() => {
      const late = env.monotonic() - asked - wait;
      tick();
      if (late > GAP_MS && !env.ended()) slept();
    }, wait);
  };
  tick();
  return () => {
    last = env.monotonic();
  };
}
