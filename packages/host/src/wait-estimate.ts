import type { Env } from '@xiaoer/core/env';

const WINDOW_MS = 3_600_000;
const MOST_DURATIONS = 50;
const GREETING_MS = 10_000;

/** How long the newest conversations with agents took, and what that means for those who wait. */
export interface WaitEstimate {
  /** An agent's conversation ended, `at` milliseconds since 1970. */
  finished(durationMs: number, at: number): void;
  /** Expected wait with so many ahead, in milliseconds; undefined while too little is known. `places` is what all agents may hold together. */
  of(ahead: number, places: number, free: number): number | undefined;
}

/**
 * The rule of Google's contact centre: mean duration of the last hour ÷ (agents × conversations each) × (ahead − free
 * places) + 10 s.
 */
export function createWaitEstimate(env: Env): WaitEstimate {
  let durations: { readonly ms: number; readonly at: number }[] = [];

  return {
    finished(ms, at) {
      durations.push({ ms: Math.max(0, ms), at });
      if (durations.length > MOST_DURATIONS) durations = durations.slice(-MOST_DURATIONS);
    },
    of(ahead, places, free) {
      const since = env.now() - WINDOW_MS;
      const recent = durations.filter(({ at }) => at >= since);
      if (recent.length === 0 || places === 0) return undefined;
      const mean = recent.reduce((sum, { ms }) => sum + ms, 0) / recent.length;
      return Math.round((mean / places) * Math.max(0, ahead - free) + GREETING_MS);
    },
  };
}
