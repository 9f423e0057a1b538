import { type ReadonlySignal, signal } from '@preact/signals-core';
import { ChatError } from '../chat-error.ts';
import type { Env } from '../env/env.ts';
import type { Key, Write } from '../stores/store.ts';
import { type Entry, type EntryRow, entryKey, fromRow, toRow } from './entry.ts';

const MOST_OPS = 200;
const MOST_CHARS = 5 * 1024 * 1024;
const COUNTER: Key = ['n'];

/** Commits writes to the store of this identity; false when they could not be stored. */
export type Commit = (
  keys: readonly Key[],
  decide: (values: readonly unknown[]) => readonly Write[] | null,
) => Promise<boolean>;

/** What is to be written as an op. */
export type Draft = Pick<Entry, 'id' | 'conversation' | 'kind' | 'body' | 'serving'>;

/** The ops that are not yet visible in the log, in order of writing. */
export interface Outbox {
  readonly entries: ReadonlySignal<readonly Entry[]>;
  get(id: string): Entry | undefined;
  load(rows: readonly EntryRow[]): void;
  /** Stores an op (rule 1). `also` writes more in the same transaction. */
  add(draft: Draft, also: (values: readonly unknown[]) => readonly Write[], keys: readonly Key[]): Promise<Entry>;
  /** Replaces entries in memory. */
  put(changed: readonly Entry[]): void;
  /** Replaces entries in memory, then in the store. */
  save(changed: readonly Entry[]): Promise<void>;
  /** Puts an entry at the end, as if it had just been written. */
  requeue(entry: Entry): Promise<void>;
  /** Forgets entries in memory; their rows are deleted by the caller's transaction. */
  drop(gone: readonly Entry[]): void;
}

const text = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { body }) => sum + JSON.stringify(body).length, 0);

/** The outbox of one identity. */
export function createOutbox(env: Env, commit: Commit): Outbox {
  const entries = signal<readonly Entry[]>([]);
  const outbox: Outbox = {
    entries,
    get: (id) => entries.peek().find((entry) => entry.id === id),
    load(rows) {
      const known = new Set(rows.map((row) => row.id));
      const others = entries.peek().filter((entry) => !known.has(entry.id));
      entries.value = [...rows.map((row) => fromRow(row, env)), ...others];
    },
    async add(draft, also, keys) {
      const now = entries.peek();
      if (now.length >= MOST_OPS || text(now) + JSON.stringify(draft.body).length > MOST_CHARS)
        throw new ChatError('outbox-full', 'too much waits to be sent: 200 messages or 5 MiB of text');
      const last = now.at(-1)?.n ?? 0;
      const make = (stored: unknown): Entry => ({
        ...draft,
        n: Math.max(last, typeof stored === 'number' ? stored : 0) + 1,
        at: env.now(),
        state: 'queued',
        age: 0,
        born: env.monotonic(),
      });
      let entry = make(0);
      const saved = await commit([COUNTER, ...keys], ([n, ...values]) => {
        entry = make(n);
        const row = { put: entryKey(entry.n), value: toRow(entry, env) };
        return [{ put: COUNTER, value: entry.n }, row, ...also(values)];
      });
      // A store that refuses must not keep a shopper from speaking: the op lives in memory and says so (rule 1).
      if (!saved) entry = { ...entry, unsaved: true };
      entries.value = [...entries.peek(), entry];
      return entry;
    },
    put(changed) {
      const byId = new Map(changed.map((entry) => [entry.id, entry]));
      if (changed.length) entries.value = entries.peek().map((entry) => byId.get(entry.id) ?? entry);
    },
    async save(changed) {
      outbox.put(changed);
      const rows = changed.filter((entry) => !entry.unsaved);
      if (rows.length) await commit([], () => rows.map((row) => ({ put: entryKey(row.n), value: toRow(row, env) })));
    },
    async requeue(entry) {
      const last = { ...entry, n: (entries.peek().at(-1)?.n ?? 0) + 1, at: env.now(), age: 0, born: env.monotonic() };
      entries.value = [...entries.peek().filter(({ id }) => id !== entry.id), last];
      await commit([COUNTER], ([stored]) => {
        const n = Math.max(last.n, typeof stored === 'number' ? stored + 1 : 0);
        last.n = n;
        return [
          { delete: entryKey(entry.n) },
          { put: COUNTER, value: n },
          { put: entryKey(n), value: toRow(last, env) },
        ];
      });
    },
    drop(gone) {
      const ids = new Set(gone.map((entry) => entry.id));
      if (ids.size) entries.value = entries.peek().filter((entry) => !ids.has(entry.id));
    },
  };
  return outbox;
}
