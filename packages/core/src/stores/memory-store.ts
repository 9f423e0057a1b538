import { type Key, type Store, StoreError } from './store.ts';

/** Whether `key` starts with the elements of `prefix`. */
const startsWith = (key: Key, prefix: Key): boolean => prefix.every((part, n) => key[n] === part);

/** Order of keys: element by element, numbers before strings, a prefix before what it starts. */
function compareKeys(a: Key, b: Key): number {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const left = a[n] as string | number;
    const right = b[n] as string | number;
    if (left === right) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** Rows that die with the page: private mode, no consent, an agent's page, tests. */
export function memoryStore(): Store {
  const rows = new Map<string, { readonly key: Key; readonly value: unknown }>();
  let closed = false;
  const check = () => {
    if (closed) throw new StoreError('closed');
  };
  return {
    durable: false,
    async transact(keys, decide) {
      check();
      const writes = decide(keys.map((key) => rows.get(JSON.stringify(key))?.value));
      for (const write of writes ?? []) {
        if ('put' in write) rows.set(JSON.stringify(write.put), { key: write.put, value: write.value });
        else if ('delete' in write) rows.delete(JSON.stringify(write.delete));
        else for (const [name, row] of rows) if (startsWith(row.key, write.clear)) rows.delete(name);
      }
      return !!writes?.length;
    },
    async list(prefix) {
      check();
      return [...rows.values()].filter((row) => startsWith(row.key, prefix)).sort((a, b) => compareKeys(a.key, b.key));
    },
    async wipe() {
      check();
      rows.clear();
    },
    close() {
      closed = true;
    },
  };
}
