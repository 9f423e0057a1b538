import type { Env } from '@xiaoer/core/env';

/** Buckets kept before full ones are forgotten. */
const MOST_BUCKETS = 10_000;

/** A token bucket a key: `perSecond` sustained, `burst` at once. */
export interface Rate {
  /** Takes a token; otherwise the milliseconds until there is one. */
  take(key: string): { readonly ok: true } | { readonly ok: false; readonly waitMs: number };
  /** Gives a token back: what it was taken for turned out to cost nothing. */
  refund(key: string): void;
}

/** A key that was quiet long enough to be full again needs no bucket. */
export function createRate(env: Env, { perSecond, burst }: { perSecond: number; burst: number }): Rate {
  const buckets = new Map<string, { tokens: number; at: number }>();

  const filled = (key: string): { tokens: number; at: number } => {
    const now = env.monotonic();
    let bucket = buckets.get(key);
    if (!bucket) {
      if (buckets.size >= MOST_BUCKETS) forgetFull(now);
      bucket = { tokens: burst, at: now };
      buckets.set(key, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
    bucket.at = now;
    return bucket;
  };

  const forgetFull = (now: number): void => {
    for (const [key, { tokens, at }] of buckets)
      if (tokens + ((now - at) / 1_000) * perSecond >= burst) buckets.delete(key);
  };

  return {
    take(key) {
      const bucket = filled(key);
      // A hair below one is one: the sum of many small refills is not exact.
      if (bucket.tokens < 1 - 1e-9) return { ok: false, waitMs: Math.ceil(((1 - bucket.tokens) / perSecond) * 1_000) };
      bucket.tokens -= 1;
      return { ok: true };
    },
    refund(key) {
      const bucket = filled(key);
      bucket.tokens = Math.min(burst, bucket.tokens + 1);
    },
  };
}
