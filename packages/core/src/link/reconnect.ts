import { backoff } from '../env/backoff.ts';
import type { Env } from '../env/env.ts';

/** A link must live so long after `welcome` before failures are forgotten. */
const STABLE_MS = 10_000;

/** Decides when the next link is opened (rule 6). */
export interface Reconnect {
  /** Plans the next try, in `waitMs` where somebody asked for that, and tells the delay. */
  plan(waitMs?: number): number;
  /** Whether a try is planned. */
  waiting(): boolean;
  welcomed(): void;
  cancel(): void;
}

/** The planner of tries; `open` is called when the time has come. */
export function createReconnect(env: Env, open: () => void): Reconnect {
  let failures = 0;
  let planned: (() => void) | undefined;
  let stable: (() => void) | undefined;
  const cancel = () => {
    planned?.();
    stable?.();
    planned = undefined;
    stable = undefined;
  };
  return {
    plan(waitMs) {
      cancel();
      const delay = waitMs ?? backoff(env, failures++);
      planned = env.timer(() => {
        planned = undefined;
        open();
      }, delay);
      return delay;
    },
    waiting: () => !!planned,
    welcomed() {
      stable?.();
      stable = env.timer(() => {
        failures = 0;
      }, STABLE_MS);
    },
    cancel,
  };
}
