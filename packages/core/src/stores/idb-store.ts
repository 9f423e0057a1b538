import { createStore } from 'idb-keyval';
import { versioned } from './schema.ts';
import { type Key, type Store, StoreError, type Write } from './store.ts';

const ROWS = 'rows';

/** Every key that starts with `prefix`: in IndexedDB's order an array comes after every number and string. */
const range = (prefix: Key): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []]);

const CODES: Readonly<Record<string, StoreError['code']>> = {
  QuotaExceededError: 'quota',
  InvalidStateError: 'closed',
};

const storeError = (cause: unknown): StoreError =>
  cause instanceof StoreError ? cause : new StoreError(CODES[(cause as Error | null)?.name ?? ''] ?? 'failed', cause);

function write(rows: IDBObjectStore, change: Write): void {
  if ('put' in change) rows.put(change.value, [...change.put]);
  else rows.delete('delete' in change ? [...change.delete] : range(change.clear));
}

/**
 * A store in IndexedDB, one database a name. idb-keyval opens it; the database is then taken from a transaction,
 * because idb-keyval neither closes it nor hears `versionchange`, and because its transactions are not strict: what
 * the outbox holds must outlive a crash of the machine (rule 14).
 */
export async function idbStore(name: string): Promise<Store> {
  let closed = false;
  let opening: Promise<IDBDatabase> | undefined;

  const open = (): Promise<IDBDatabase> => {
    if (closed) return Promise.reject(new StoreError('closed'));
    const gone = () => {
      opening = undefined;
    };
    const take = createStore(name, ROWS);
    opening ??= take('readonly', ({ transaction: { db } }) => {
      db.onclose = gone;
      db.onversionchange = () => {
        db.close();
        gone();
      };
      return db;
    }).catch((cause) => {
      gone();
      throw storeError(cause);
    });
    return opening;
  };

  /** One transaction; `start` gets a guard for its callbacks, so that what they throw aborts it. */
  const run = async <T>(
    mode: IDBTransactionMode,
    start: (rows: IDBObjectStore, guard: (step: () => T | undefined) => void) => void,
  ): Promise<T> => {
    const db = await open();
    return new Promise<T>((resolve, reject) => {
      let result: T | undefined;
      let thrown: unknown;
      try {
        const transaction = db.transaction(ROWS, mode, { durability: 'strict' });
        transaction.oncomplete = () => resolve(result as T);
        transaction.onabort = () => reject(storeError(thrown ?? transaction.error));
        const guard = (step: () => T | undefined) => {
          try {
            result = step();
          } catch (error) {
            thrown = error;
            transaction.abort();
          }
        };
        start(transaction.objectStore(ROWS), guard);
      } catch (error) {
        reject(storeError(error));
      }
    });
  };

  await open();
  return versioned({
    durable: true,
    transact: (keys, decide) =>
      run<boolean>('readwrite', (rows, guard) => {
        const values: unknown[] = [];
        let missing = keys.length;
        const go = () =>
          guard(() => {
            const writes = decide(values);
            for (const change of writes ?? []) write(rows, change);
            return !!writes?.length;
          });
        if (!missing) go();
        keys.forEach((key, n) => {
          const request = rows.get([...key]);
          request.onsuccess = () => {
            values[n] = request.result;
            if (--missing === 0) go();
          };
        });
      }),
    list: (prefix) =>
      run<{ readonly key: Key; readonly value: unknown }[]>('readonly', (rows, guard) => {
        // Both are asked for in one transaction, so they speak of the same rows, in the same order.
        const keys = rows.getAllKeys(range(prefix));
        const values = rows.getAll(range(prefix));
        values.onsuccess = () =>
          guard(() => values.result.map((value: unknown, n) => ({ key: keys.result[n] as unknown as Key, value })));
      }),
    wipe: () => run<undefined>('readwrite', (rows) => void rows.clear()),
    close() {
      closed = true;
      opening?.then(
        (db) => db.close(),
        () => {},
      );
    },
  });
}
