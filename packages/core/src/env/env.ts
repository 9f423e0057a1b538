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

/** How a lock is asked for: the part of Web Locks that tabs need. */
export interface LockOptions {
  readonly mode?: 'exclusive' | 'shared';
  /** Takes it from whoever holds it, whose request is then refused. */
  readonly steal?: boolean;
  /** Ends a request that waits. */
  readonly signal?: AbortSignal;
}

/** Locks that the tabs of one browser profile share; `navigator.locks` is one. */
export interface Locks {
  /** Holds the lock until what `held` answers is settled; refused when it is stolen or given up before. */
  request(name: string, options: LockOptions, held: () => Promise<void> | undefined): Promise<unknown>;
}

/** Tells the other tabs of one browser profile something, which may be lost; `BroadcastChannel` is one. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** The world of a client. */
export interface ClientEnv extends Env {
  readonly lifecycle: Lifecycle;
  /** Without locks every tab has a link of its own, and everything stays correct (rule 10). */
  readonly locks?: Locks | undefined;
  /** Without channels a tab learns of the others when it becomes visible. */
  readonly channel?: ((name: string) => Channel) | undefined;
}
