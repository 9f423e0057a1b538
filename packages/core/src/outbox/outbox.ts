import { type ReadonlySignal, signal } from '@preact/signals-core';
import { ChatError } from '../env/chat-error.ts';
import type { Env } from '../env/env.ts';
import type { Commit } from '../stores/commit.ts';
import type { Key, Put, Write } from '../stores/store.ts';
import { type Entry, type EntryRow, entryKey, fromRow, toRow } from './entry.ts';

const MOST_OPS = 200;
const MOST_CHARS = 5 * 1024 * 1024;
const COUNTER: Key = ['n'];

/** What is to be written as an op. */
export type Draft = Pick<Entry, 'id' | 'conversation' | 'kind' | 'body' | 'serving'> &
  // Of one that was written before.
  Partial<Pick<Entry, 'state' | 'age' | 'born' | 'error'>>;

/** The ops that are not yet visible in the log, in order of writing. */
export interface Outbox {
  readonly entries: ReadonlySignal<readonly Entry[]>;
  get(id: string): Entry | undefined;
  /** Takes in what is stored and not known yet. */
  load(rows: readonly EntryRow[]): void;
  /**
   * Stores an op at the end (rule 1), with `also` in the same transaction, and `row` where the store has none of its
   * name; one of the same id leaves its place.
   */
  add(draft: Draft, also?: readonly Write[], row?: Put): Promise<Entry>;
  /** Replaces entries in memory, and forgets those that are gone; their rows are deleted by the caller. */
  put(changed: readonly Entry[], gone?: readonly Entry[]): void;
  /** The same in memory, then in the store; false when that refused it. */
  save(changed: readonly Entry[], gone?: readonly Entry[]): Promise<boolean>;
}

/** The writes that delete the rows of entries. */
export const deletions = (entries: readonly Entry[]): readonly Write[] =>
  // What was not stored has a number that may be another tab's.
  entries.filter(({ unsaved }) => !unsaved).map(({ n }) => ({ delete: entryKey(n) }));

/** The outbox of one identity. */
export function createOutbox(env: Env, commit: Commit): Outbox {
  const entries = signal<readonly Entry[]>([]);
  const outbox: Outbox = {
    entries,
    get: (id) => entries.peek().find((entry) => entry.id === id),
    load(rows) {
      const fresh = rows.filter(({ id }) => !outbox.get(id)).map((row) => fromRow(row, env));
      entries.value = [...fresh, ...entries.peek()].sort((a, b) => a.n - b.n);
    },
    async add(draft, also = [], row) {
      const before = entries.peek();
      if (before.length >= MOST_OPS || JSON.stringify(before).length > MOST_CHARS) throw new ChatError('outbox-full');
      const old = outbox.get(draft.id);
      const entry: Entry = {
        age: 0,
        born: env.monotonic(),
        state: 'queued',
        ...draft,
        n: (before.at(-1)?.n ?? 0) + 1,
        at: env.now(),
      };
      // What the store refused before goes along, so that no other tab sends what was written later without it. What was
      // carried here has no number before the server has said whose it is.
      let rows = before.filter((other) => other.unsaved && other.n && other !== old);
      const late = [...rows, entry];
      const saved = await commit([COUNTER, ...(row ? [row.put] : [])], ([counter, known]) => {
        // Another tab counts in the same row.
        let n = Math.max(entry.n - 1, (counter as number | undefined) ?? 0);
        rows = late.map((one) => ({ ...one, n: ++n, unsaved: undefined }));
        return [
          ...deletions(old ? [old] : []),
          { put: COUNTER, value: n },
          ...rows.map((one) => ({ put: entryKey(one.n), value: toRow(one, env) })),
          ...also,
          ...(row && !known ? [row] : []),
        ];
      });
      // A store that refuses must not keep a shopper from speaking: the op lives in memory and says so (rule 1).
      if (!saved) rows = [{ ...entry, unsaved: true }];
      const known = entries.peek().filter((other) => other !== old && !rows.some(({ id }) => id === other.id));
      entries.value = [...known, ...rows];
      return rows.at(-1) ?? entry;
    },
    put(changed, gone = []) {
      if (!changed.length && !gone.length) return;
      entries.value = entries
        .peek()
        .filter(({ id }) => !gone.some((one) => one.id === id))
        .map((entry) => changed.find((one) => one.id === entry.id) ?? entry);
    },
    async save(changed, gone = []) {
      outbox.put(changed, gone);
      const kept = changed.filter((entry) => !entry.unsaved);
      return (
        !(kept.length || gone.length) ||
        commit([], () => [
          ...kept.map((entry) => ({ put: entryKey(entry.n), value: toRow(entry, env) })),
          ...deletions(gone),
        ])
      );
    },
  };
  return outbox;
}
