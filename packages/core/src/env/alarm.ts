import type { Env } from './env.ts';

/** One timer that is set again and again: setting it takes back the last time. */
export interface Alarm {
  set(task: () => void, ms: number): void;
  stop(): void;
  /** Whether it is set and has not rung. */
  waits(): boolean;
}

/** An alarm that is not set. */
export function createAlarm(env: Env): Alarm {
  let cancel: (() => void) | undefined;
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    stop,
    waits: () => !!cancel,
    set(task, ms) {
      stop();
      cancel = env.timer(() => {
        cancel = undefined;
        task();
      }, ms);
    },
  };
}
