/** Runs tasks that share a key one after another, in the order in which they were handed in. */
export interface Lanes {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when no lane has anything to do. */
  idle(): Promise<void>;
}

/** Lanes live only as long as they have tasks. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();

  return {
    run(key, task) {
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
