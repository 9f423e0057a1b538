import { type Store, StoreError, type Write } from './store.ts';

/** Version of the rows. A row of the store itself: the IndexedDB version belongs to idb-keyval (rule 14). */
export const SCHEMA = 1;

const KEY = ['schema'];

/** Refuses a store that a newer version wrote, without touching it. */
export async function checkSchema(store: Store): Promise<Store> {
  const [row] = await store.list(KEY);
  if (Number(row?.value ?? 0) <= SCHEMA) return store;
  store.close();
  throw new StoreError('newer-schema');
}

/** Part of the first transaction that writes anything. */
export const schemaRow = (): Write => ({ put: KEY, value: SCHEMA });
