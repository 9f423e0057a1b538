/** Keeps a provider that fails from being waited for by every shopper. */
export interface Breaker {
  /** Whether it may be asked now. */
  readonly closed: () => boolean;
  succeeded(): void;
  /** @param retryAfterMs - how long it asks to be left alone. */
  failed(retryAfterMs?: number): void;
}

const IN_A_ROW = 3;
const FIRST_MS = 15_000;
const LONGEST_MS = 600_000;

/** After three failures in a row nobody asks for a quarter of a minute, then twice as long each time, ten minutes at most. */
export function createBreaker(monotonic: () => number): Breaker {
  let failures = 0;
  let until = Number.NEGATIVE_INFINITY;
  return {
    closed: () => monotonic() >= until,
    succeeded() {
      failures = 0;
    },
    failed(retryAfterMs = 0) {
      failures++;
      const pause = failures < IN_A_ROW ? 0 : FIRST_MS * 2 ** Math.min(10, failures - IN_A_ROW);
      until = Math.max(until, monotonic() + Math.min(LONGEST_MS, Math.max(pause, retryAfterMs)));
    },
  };
}
