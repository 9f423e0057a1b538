import type { Env } from './env.ts';

/** An Env whose timers end together. */
export interface Scope extends Env {
  readonly ended: () => boolean;
  /** Cancels every timer; those asked for later never run. */
  end(): void;
}

/**
 * A lifetime, as of one identity or of one connection: whatever it left running cannot act after it ended (rule 12),
 * and `destroy()` leaves no timer behind.
 */
export function scopeOf(env: Env): Scope {
  const running = new Set<() => void>();
  let ended = false;
  return {
    ...env,
    timer(task, ms) {
      if (ended) return () => {};
      const end = () => {
        running.delete(end);
        cancel();
      };
      const cancel = env.timer(() => {
        running.delete(end);
        task();
      }, ms);
      running.add(end);
      return end;
    },
    ended: () => ended,
    end() {
      ended = true;
      for (const cancel of [...running]) cancel();
    },
  };
}
