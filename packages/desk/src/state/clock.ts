import { type ReadonlySignal, signal } from '@preact/signals';

/** The wall clock as a signal, once a second. */
export interface Clock {
  readonly now: ReadonlySignal<number>;
  stop(): void;
}

/** Starts a clock. A page in the background may be told less often, and is right again with its next tick. */
export function startClock(now: () => number): Clock {
  const time = signal(now());
  const timer = setInterval(() => {
    time.value = now();
  }, 1000);
  return { now: time, stop: () => clearInterval(timer) };
}

/** `1:12`, and `1:02:03` from an hour on. Never negative: clocks of two machines differ. */
export function duration(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(all / 60);
  return minutes < 60
    ? `${minutes}:${two(all % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(all % 60)}`;
}
