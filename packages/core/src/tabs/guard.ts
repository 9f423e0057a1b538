import type { Commit } from '../stores/commit.ts';
import type { Key } from '../stores/store.ts';

const GENERATION: Key = ['leader'];

/** Puts leadership into every transaction of what the server said (rule 3). */
export interface Guard {
  readonly commit: Commit;
  /** Of this tab's leadership; 0 while it does not lead. */
  readonly generation: number;
  /** This tab leads from now on, as the next after all that are stored or were heard of. */
  lead(heard: number, stored: boolean): Promise<void>;
  follow(): void;
  /** Whether something is being read. */
  readonly busy: boolean;
  /** Meanwhile nothing is written: what is applied comes from the store. */
  reading<T>(work: () => Promise<T>): Promise<T>;
}

/** Calls `stale` when a transaction finds that another tab has taken over; it writes nothing then. */
export function createGuard(commit: Commit, stale: () => void): Guard {
  let generation = 0;
  let reads = false;
  const numberOf = (row: unknown): number => Number(row ?? 0);
  return {
    get generation() {
      return generation;
    },
    get busy() {
      return reads;
    },
    async commit(keys, decide) {
      if (reads) return true;
      if (!generation) return commit(keys, decide);
      let old = false;
      const done = await commit([GENERATION, ...keys], ([stored, ...values]) => {
        old = numberOf(stored) > generation;
        const writes = old ? null : decide(values);
        return writes?.length && stored !== generation ? [...writes, { put: GENERATION, value: generation }] : writes;
      });
      if (old) stale();
      // What this tab may not write any more the one that leads now writes.
      return done;
    },
    async lead(heard, stored) {
      generation = heard + 1;
      await commit([GENERATION], ([row]) => {
        generation = Math.max(heard, numberOf(row)) + 1;
        return stored ? [{ put: GENERATION, value: generation }] : null;
      });
    },
    follow() {
      generation = 0;
    },
    async reading(work) {
      reads = true;
      try {
        return await work();
      } finally {
        reads = false;
      }
    },
  };
}
