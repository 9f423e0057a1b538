/** Writes a line for developers. `fields` hold ids, codes and counts, never bodies, names or secrets. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

/**
 * Everything that core and host may know of the world. One seed behind it makes one run: the simulation, the tests
 * and the real platforms all hand in their own.
 */
export interface Env {
  /** Wall clock, milliseconds since 1970. For showing only. */
  now(): number;
  /** Milliseconds of a clock that never jumps. All decisions in time use this one. */
  monotonic(): number;
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. */
  timer(task: () => void, ms: number): () => void;
  /** Cryptographically strong bytes. */
  random(bytes: number): Uint8Array;
  readonly log: Log;
}

/** What a page tells about itself. */
export type LifecycleEvent = 'visible' | 'hidden' | 'online' | 'pagehide' | 'pageshow' | 'freeze' | 'resume';

/** The page's life. */
export interface Lifecycle {
  /** Hears every change until the answer is called. */
  on(listener: (event: LifecycleEvent) => void): () => void;
}

/** The world of a client. */
export interface ClientEnv extends Env {
  readonly lifecycle: Lifecycle;
}
