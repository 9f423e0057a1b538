import type { Env } from './env.ts';

const BASE_MS = 500;
const MOST_MS = 30_000;

/** A random number from 0 up to `most`, from 32 strong bits. */
export function randomUpTo(env: Env, most: number): number {
  const bits = env.random(4).reduce((sum, byte) => sum * 256 + byte, 0);
  return Math.floor((bits / 2 ** 32) * most);
}

/**
 * Milliseconds to wait after the n-th failure, n from 0: full jitter, `random(0, min(30 s, 0.5 s × 2^n))` (rule 6).
 * Source: M. Brooker, "Exponential Backoff and Jitter", 2015.
 */
export const backoff = (env: Env, n: number): number => randomUpTo(env, Math.min(MOST_MS, BASE_MS * 2 ** n));
