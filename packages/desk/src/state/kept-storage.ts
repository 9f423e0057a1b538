import type { Store } from '@xiaoer/core';
import type { DraftStorage } from './drafts.ts';

const KEPT = 'kept';
/** A store that does not open within this is done without, in milliseconds. */
const OPENING_MS = 2_000;

/**
 * A page's storage that outlives a browser which is killed: browsers write `localStorage` to the disk seconds later, and a
 * store at once. Everything is written to both; what the store has is put back first, for it is never the older. Where
 * the store does not open, the page's storage is all there is.
 */
export async function keptStorage(storage: DraftStorage, open: () => Promise<Store>): Promise<DraftStorage> {
  let store: Store;
  let rows: Awaited<ReturnType<Store['list']>>;
  try {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), OPENING_MS));
    [store, rows] = await Promise.race([
      open().then(async (opened) => [opened, await opened.list([KEPT])] as const),
      late,
    ]);
  } catch {
    return storage;
  }
  for (const { key, value } of rows) {
    const name = String(key[1]);
    try {
      if (typeof value === 'string') storage.setItem(name, value);
      else storage.removeItem(name);
    } catch {
      // A full storage: what it holds is older, and is all that can be shown.
    }
  }

  const latest = new Map<string, string | null>();
  let writing = false;
  /** The newest of each name, one transaction after the other: keys are pressed faster than disks write. */
  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    while (latest.size > 0) {
      const changes = [...latest].map(([name, value]) => ({ put: [KEPT, name], value }));
      latest.clear();
      // What the store refuses is in the page's storage all the same.
      await store.transact([], () => changes).catch(() => false);
    }
    writing = false;
  }
  const put = (name: string, value: string | null) => {
    latest.set(name, value);
    void write();
  };
  return {
    getItem: (name) => storage.getItem(name),
    setItem(name, value) {
      put(name, value);
      storage.setItem(name, value);
    },
    removeItem(name) {
      put(name, null);
      storage.removeItem(name);
    },
  };
}
