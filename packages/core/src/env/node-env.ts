import type { ClientEnv, Log } from './env.ts';

const quiet: Log = () => {};

/** The world of a Node process: always visible, never told about its network. */
export function nodeEnv(log: Log = quiet): ClientEnv {
  return {
    now: () => globalThis.Date.now(),
    monotonic: () => globalThis.performance.now(),
    timer(task, ms) {
      const timer = globalThis.setTimeout(task, ms);
      return () => globalThis.clearTimeout(timer);
    },
    random: (bytes) => globalThis.crypto.getRandomValues(new Uint8Array(bytes)),
    log,
    lifecycle: { on: () => () => {} },
  };
}
