import type { Parts } from '../session/parts.ts';
import { type Store, StoreError } from '../stores/store.ts';

/**
 * The store of a session's identity, as far as uploads go: refused once the identity was wiped or is another's, so that
 * nothing of one shopper is read or sent by the session of another (rules 3 and 12). The session opens and closes it.
 */
export const sessionStore = ({ save, store }: Pick<Parts, 'save' | 'store'>): Store => ({
  durable: true,
  async transact(keys, decide) {
    let wrote = false;
    const kept = await save(keys, (values) => {
      const writes = decide(values);
      wrote = !!writes?.length;
      return writes;
    });
    if (!kept) throw new StoreError('failed');
    return wrote;
  },
  async list(prefix) {
    const keys = ((await store.use((opened) => opened.list(prefix))) ?? []).map(({ key }) => key);
    let values: readonly unknown[] = [];
    // Read again in a transaction that knows whose they are.
    const ours = await save(keys, (found) => {
      values = found;
      return null;
    });
    return ours ? keys.map((key, n) => ({ key, value: values[n] })) : [];
  },
  wipe: () => Promise.reject(new StoreError('failed', 'a session wipes its own store')),
  close() {},
});
