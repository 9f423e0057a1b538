import type { Store } from '@xiaoer/core';

/** A disk whose answers can be held back, one after the other in the order in which they were asked for. */
export interface SlowDisk {
  readonly open: (name: string) => Promise<Store>;
  /** Everything that is asked from now on waits: for opening, too, where `opening` says so. */
  hold(what?: 'opening' | 'all'): void;
  /** What waits is done, and nothing waits any more. */
  release(): void;
}

/** Slows a disk down. */
export function slowDisk(open: (name: string) => Promise<Store>): SlowDisk {
  let gate = Promise.resolve();
  let held: 'opening' | 'all' | undefined;
  let go = () => {};
  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    if (held === 'all') await gate;
    return work();
  };
  return {
    async open(name) {
      if (held) await gate;
      const store = await open(name);
      return {
        ...store,
        transact: (...args) => pass(() => store.transact(...args)),
        list: (prefix) => pass(() => store.list(prefix)),
        wipe: () => pass(() => store.wipe()),
      };
    },
    hold(what = 'all') {
      held = what;
      gate = new Promise((resolve) => {
        go = resolve;
      });
    },
    release() {
      held = undefined;
      go();
    },
  };
}
