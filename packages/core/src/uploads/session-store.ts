import type { Parts } from '../session/parts.ts';
import { type Store, StoreError } from '../stores/store.ts';

/** A store answers, and is not this identity's any more: evicted, wiped, or another's. */
export class ForeignStoreError extends StoreError {
  constructor() {
    super('failed');
    this.name = 'ForeignStoreError';
  }
}

/**
 * The store of a session's identity, as far as uploads go: refused once the identity was wiped or is another's, so that
 * nothing of one shopper is read or sent by the session of another (rules 3 and 12). The session opens and closes it.
 */
export const sessionStore = ({ save, store }: Pick<Parts, 'save' | 'store'>): Store => {
  const refuse = (): never => {
    throw store.storage.peek() === 'ok' ? new ForeignStoreError() : new StoreError('failed');
  };
  return {
    durable: true,
    async transact(keys, decide) {
      let wrote = false;
      const kept = await save(keys, (values) => {
        const writes = decide(values);
        wrote = !!writes?.length;
        return writes;
      });
      return kept ? wrote : refuse();
    },
    async list(prefix) {
      const keys = ((await store.use((opened) => opened.list(prefix))) ?? []).map(({ key }) => key);
      let values: readonly unknown[] = [];
      // Read again in a transaction that knows whose they are.
      const ours = await save(keys, (found) => {
        values = found;
        return null;
      });
      return ours ? keys.map((key, n) => ({ key, value: values[n] })) : refuse();
    },
    wipe: () => Promise.reject(new StoreError('failed', 'a session wipes its own store')),
    close() {},
  };
};
