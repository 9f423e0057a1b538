import type { Key, Write } from '@xiaoer/core';

/** Rows of one database, as a disk holds them: what is read was never shared with the page that wrote it. */
export interface Rows {
  get(key: Key): unknown;
  list(prefix: Key): readonly { readonly key: Key; readonly value: unknown }[];
  apply(writes: readonly Write[]): void;
  clear(): void;
  snapshot(): ReadonlyMap<string, Row>;
  restore(from: ReadonlyMap<string, Row>): void;
}

/** One row: what was written, as text. */
export interface Row {
  readonly key: Key;
  readonly text: string;
}

const compare = (a: Key, b: Key): number => {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const [left, right] = [a[n] as string | number, b[n] as string | number];
    if (left === right) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
};

const starts = (key: Key, prefix: Key): boolean => prefix.every((part, n) => key[n] === part);

/** An empty database. `wrote` is told of every row that changes, with its text, or of one that goes. */
export function createRows(wrote: (name: string, text: string) => void): Rows {
  let rows = new Map<string, Row>();
  const remove = (name: string) => {
    if (rows.delete(name)) wrote(name, '');
  };
  return {
    get(key) {
      const row = rows.get(JSON.stringify(key));
      return row && JSON.parse(row.text);
    },
    list: (prefix) =>
      [...rows.values()]
        .filter(({ key }) => starts(key, prefix))
        .sort((a, b) => compare(a.key, b.key))
        .map(({ key, text }) => ({ key, value: JSON.parse(text) })),
    apply(writes) {
      for (const write of writes) {
        if ('put' in write) {
          const name = JSON.stringify(write.put);
          const text = JSON.stringify(write.value) ?? 'null';
          rows.set(name, { key: write.put, text });
          wrote(name, text);
        } else if ('delete' in write) remove(JSON.stringify(write.delete));
        else for (const [name, { key }] of rows) if (starts(key, write.clear)) remove(name);
      }
    },
    clear() {
      rows.clear();
      wrote('', '');
    },
    snapshot: () => new Map(rows),
    restore(from) {
      rows = new Map(from);
    },
  };
}
