import type { ClientEnv, LifecycleEvent } from '../env/env.ts';

/** A world in which nothing happens by itself. */
export interface FakeEnv extends ClientEnv {
  /** Lets `ms` milliseconds pass: every timer that comes due runs at its time, everything it causes settles. */
  advance(ms: number): Promise<void>;
  /** Lets what was started settle without time passing. */
  settle(): Promise<void>;
  /** The clock jumps without any timer running in between, as when a machine sleeps. */
  sleep(ms: number): void;
  /** Tells a change of the page's life. */
  live(event: LifecycleEvent): Promise<void>;
  /** Timers that wait, and listeners of the page's life. */
  timers(): number;
  listeners(): number;
  /** Lines logged at `warn` or above. */
  readonly lines: string[];
}

/** Microtask turns that count as settled. Nothing in core waits for anything but timers and promises. */
const TURNS = 200;

/** Numbers of a linear congruential generator: the same seed, the same run. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
}

/** A clock that stands still until it is told, randomness from a seed, and a page that lives on command. */
export function fakeEnv(seed = 1): FakeEnv {
  const byte = randomOf(seed);
  const waiting = new Map<number, { readonly at: number; readonly task: () => void }>();
  const listeners = new Set<(event: LifecycleEvent) => void>();
  const lines: string[] = [];
  let now = 0;
  let count = 0;

  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn++) await null;
  };
  const env: FakeEnv = {
    lines,
    now: () => 1_700_000_000_000 + now,
    monotonic: () => now,
    timer(task, ms) {
      const id = count++;
      waiting.set(id, { at: now + Math.max(0, ms), task });
      return () => void waiting.delete(id);
    },
    random: (bytes) => Uint8Array.from({ length: bytes }, byte),
    log(level, event, fields) {
      if (level === 'warn' || level === 'error') lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
    },
    lifecycle: {
      on(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    settle,
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...waiting].sort(([a, x], [b, y]) => x.at - y.at || a - b);
        if (!next || next[1].at > end) break;
        waiting.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].task();
        await settle();
      }
      now = end;
    },
    sleep(ms) {
      now += ms;
    },
    async live(event) {
      for (const listener of [...listeners]) listener(event);
      await settle();
    },
    timers: () => waiting.size,
    listeners: () => listeners.size,
  };
  return env;
}
