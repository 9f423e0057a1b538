import type { Env } from '@xiaoer/core/env';

/** A world of one's own: the clock moves only when it is told to. */
export interface FakeEnv extends Env {
  /** Lets so many milliseconds go by, running timers in their order and everything they cause. */
  pass(ms: number): Promise<void>;
  /** Lets everything that is already possible happen, without time going by. */
  settle(): Promise<void>;
  /** Timers that have not run. */
  readonly pending: number;
  readonly lines: string[];
}

/** Starts at a round moment. */
export function createFakeEnv(): FakeEnv {
  const timers = new Set<{ readonly at: number; readonly n: number; readonly task: () => void }>();
  const lines: string[] = [];
  let now = 0;
  let made = 0;
  let seed = 1;

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 60; turn++) await Promise.resolve();
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 60; turn++) await Promise.resolve();
  };

  return {
    now: () => 1_700_000_000_000 + now,
    monotonic: () => now,
    timer(task, ms) {
      const timer = { at: now + ms, n: made++, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random(bytes) {
      return Uint8Array.from({ length: bytes }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed & 255;
      });
    },
    log: (level, event) => void lines.push(`${level} ${event}`),
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.n - b.n)[0];
        if (!due) break;
        timers.delete(due);
        now = Math.max(now, due.at);
        due.task();
        await settle();
      }
      now = end;
    },
    settle,
    get pending() {
      return timers.size;
    },
    lines,
  };
}
