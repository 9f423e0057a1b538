import { type Store, StoreError } from './store.ts';

/** Version of the rows. A row of the store itself: the IndexedDB version belongs to idb-keyval (rule 14). */
export const SCHEMA = 2;

const KEY = ['schema'];

/**
 * A store that knows the version of its rows: it writes ours with everything that is written, and refuses what a newer
 * version wrote, at opening or while this page was open, without touching it.
 */
export async function versioned(store: Store): Promise<Store> {
  const check = (version: unknown = 0) => {
    if (Number(version) <= SCHEMA) return;
    store.close();
    throw new StoreError('newer-schema');
  };
  const [row] = await store.list(KEY);
  check(row?.value);
  return {
    ...store,
    list: async (prefix) => (await store.list(prefix)).filter(({ key }) => key[0] !== KEY[0]),
    transact: (keys, decide) =>
      store.transact([KEY, ...keys], ([version, ...values]) => {
        check(version);
        const writes = decide(values);
        return writes?.length ? [{ put: KEY, value: SCHEMA }, ...writes] : null;
      }),
  };
}
