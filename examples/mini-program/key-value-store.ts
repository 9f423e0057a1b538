import { type Key, type Store, StoreError, versioned, type Write } from '@xiaoer/core';

/** What a mini program offers for keeping things, as promises. Values are texts; a key that is not there is undefined. */
export interface KeyValue {
  get(key: string): Promise<string | undefined>;
  /** Refused when there is no room. */
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** How much the platform takes, in UTF-16 code units of a value and of everything together, keys and all. */
export interface KeyValueLimits {
  readonly value: number;
  readonly total: number;
}

/** The rows of one name, shared by all its handles: a mini program is one process, so memory is the truth while it runs. */
interface Rows {
  /** Value as JSON, by the row's key as JSON. */
  readonly texts: Map<string, string>;
  /** Runs one transaction after the other. */
  last: Promise<unknown>;
}

/** Key → new value, null for a row that goes. */
type Changes = readonly (readonly [key: string, text: string | null])[];

const shelves = new WeakMap<KeyValue, Map<string, Promise<Rows>>>();

const startsWith = (key: Key, prefix: Key): boolean => prefix.every((part, n) => key[n] === part);

/** Element by element, numbers before strings, a prefix before what it starts. */
function compare(a: Key, b: Key): number {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const [left, right] = [a[n] as string | number, b[n] as string | number];
    if (left === right) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/**
 * A store over a key-value API: each row under its own key, a list of the keys, and a journal that makes a transaction
 * all or nothing. The journal is one `set`, so it is there as a whole or not at all; a process that died behind it
 * finishes its work at the next opening, one that died before it has changed nothing.
 */
export async function keyValueStore(api: KeyValue, name: string, limits: KeyValueLimits): Promise<Store> {
  const [index, journal] = [`${name}/keys`, `${name}/journal`];
  const place = (key: string) => `${name}/row/${key}`;
  const size = (key: string, text: string) => key.length + text.length;

  const apply = async (changes: Changes, keys: Iterable<string>) => {
    for (const [key, text] of changes) await (text === null ? api.remove(place(key)) : api.set(place(key), text));
    await api.set(index, JSON.stringify([...keys]));
    await api.remove(journal);
  };
  const load = async (): Promise<Rows> => {
    const left = await api.get(journal);
    if (left) {
      const { changes, keys } = JSON.parse(left) as { changes: Changes; keys: string[] };
      await apply(changes, keys);
    }
    const texts = new Map<string, string>();
    for (const key of JSON.parse((await api.get(index)) ?? '[]') as string[]) {
      const text = await api.get(place(key));
      if (text !== undefined) texts.set(key, text);
    }
    return { texts, last: Promise.resolve() };
  };
  const commit = async ({ texts }: Rows, changes: Changes) => {
    const next = new Map(texts);
    for (const [key, text] of changes) {
      if (text === null) next.delete(key);
      else next.set(key, text);
    }
    const note = JSON.stringify({ changes, keys: [...next.keys()] });
    const keys = JSON.stringify([...next.keys()]);
    // Old rows and the journal lie side by side until the work is done.
    const held = [...texts, ...next].reduce((sum, [key, text]) => sum + size(place(key), text), 0);
    const most = Math.max(note.length, keys.length, ...changes.map(([, text]) => text?.length ?? 0));
    if (most > limits.value || held + size(journal, note) + size(index, keys) > limits.total)
      throw new StoreError('quota');
    try {
      await api.set(journal, note);
    } catch (cause) {
      throw new StoreError('quota', cause);
    }
    try {
      await apply(changes, next.keys());
    } catch (cause) {
      const before = changes.map(([key]) => [key, texts.get(key) ?? null] as const);
      await apply(before, texts.keys());
      throw new StoreError('quota', cause);
    }
    texts.clear();
    for (const [key, text] of next) texts.set(key, text);
  };
  const changesOf = ({ texts }: Rows, writes: readonly Write[]): Changes => {
    const changes = new Map<string, string | null>();
    for (const write of writes) {
      if ('put' in write) changes.set(JSON.stringify(write.put), JSON.stringify(write.value ?? null));
      else if ('delete' in write) changes.set(JSON.stringify(write.delete), null);
      else
        for (const key of [...texts.keys(), ...changes.keys()])
          if (startsWith(JSON.parse(key), write.clear)) changes.set(key, null);
    }
    return [...changes];
  };

  const shelf = shelves.get(api) ?? new Map<string, Promise<Rows>>();
  shelves.set(api, shelf);
  const loading = shelf.get(name) ?? load();
  shelf.set(name, loading);
  const rows = await loading.catch((cause) => {
    shelf.delete(name);
    throw new StoreError('failed', cause);
  });
  let closed = false;
  const run = <T>(task: () => Promise<T> | T): Promise<T> => {
    if (closed) return Promise.reject(new StoreError('closed'));
    const done = rows.last.then(task);
    rows.last = done.catch(() => {});
    return done;
  };
  const read = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

  return versioned({
    durable: true,
    transact: (keys, decide) =>
      run(async () => {
        const writes = decide(keys.map((key) => read(rows.texts.get(JSON.stringify(key)))));
        if (!writes?.length) return false;
        await commit(rows, changesOf(rows, writes));
        return true;
      }),
    list: (prefix) =>
      run(() =>
        [...rows.texts]
          .map(([key, text]) => ({ key: JSON.parse(key) as Key, text }))
          .filter(({ key }) => startsWith(key, prefix))
          .sort((a, b) => compare(a.key, b.key))
          .map(({ key, text }) => ({ key, value: read(text) })),
      ),
    wipe: () =>
      run(() =>
        commit(
          rows,
          [...rows.texts.keys()].map((key) => [key, null]),
        ),
      ),
    close() {
      closed = true;
    },
  });
}
