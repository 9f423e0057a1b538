import type { Key, Write } from '@xiaoer/core';

/** Rows of one database, as a disk holds them: what is read was never shared with the page that wrote it. */
export interface Rows {
  get(key: Key): unknown;
  list(prefix: Key): readonly { readonly key: Key; readonly value: unknown }[];
  apply(writes: readonly Write[]): void;
  /** How much larger these writes make it, in characters. */
  growth(writes: readonly Write[]): number;
  size(): number;
  clear(): void;
  snapshot(): ReadonlyMap<string, Row>;
  restore(from: ReadonlyMap<string, Row>): void;
}

/** One row: what was written, as text. Bytes stand alone. */
export interface Row {
  readonly key: Key;
  readonly text: string;
  /** Whether the text stands for bytes, in base64. */
  readonly bytes: boolean;
}

const compare = (a: Key, b: Key): number => {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const left = a[n] as string | number;
    const right = b[n] as string | number;
    if (left === right) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
};

const starts = (key: Key, prefix: Key): boolean => {
  for (let n = 0; n < prefix.length; n++) if (key[n] !== prefix[n]) return false;
  return true;
};

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : (JSON.stringify(value) ?? 'null');

const readRow = ({ text, bytes }: Row): unknown =>
  bytes ? new Uint8Array(Buffer.from(text, 'base64')) : JSON.parse(text);

/** An empty database. `wrote` is told of every row that changes, with its text, or of one that goes. */
export function createRows(wrote: (name: string, text: string) => void): Rows {
  let rows = new Map<string, Row>();
  const remove = (name: string) => {
    if (rows.delete(name)) wrote(name, '');
  };
  const sizeOf = (name: string): number => rows.get(name)?.text.length ?? 0;
  const within = (prefix: Key): string[] => {
    const names: string[] = [];
    for (const [name, { key }] of rows) if (starts(key, prefix)) names.push(name);
    return names;
  };
  return {
    get(key) {
      const row = rows.get(JSON.stringify(key));
      return row && readRow(row);
    },
    list(prefix) {
      const found: Row[] = [];
      for (const row of rows.values()) if (starts(row.key, prefix)) found.push(row);
      if (found.length > 1) found.sort((a, b) => compare(a.key, b.key));
      return found.map((row) => ({ key: row.key, value: readRow(row) }));
    },
    apply(writes) {
      for (const write of writes) {
        if ('put' in write) {
          const name = JSON.stringify(write.put);
          const text = textOf(write.value);
          rows.set(name, { key: write.put, text, bytes: write.value instanceof Uint8Array });
          wrote(name, text);
        } else if ('delete' in write) remove(JSON.stringify(write.delete));
        else within(write.clear).forEach(remove);
      }
    },
    growth: (writes) =>
      writes.reduce((sum, write) => {
        if ('put' in write) return sum + textOf(write.value).length - sizeOf(JSON.stringify(write.put));
        if ('delete' in write) return sum - sizeOf(JSON.stringify(write.delete));
        return sum - within(write.clear).reduce((all, name) => all + sizeOf(name), 0);
      }, 0),
    size: () => [...rows.keys()].reduce((sum, name) => sum + sizeOf(name), 0),
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
