import type { Commit } from '../stores/commit.ts';
import { type Entry, type EntryRow, entryKey, isPending, isStopped } from './entry.ts';

/**
 * Stores what changes of ops that wait. What another tab has seen through meanwhile, forgotten, or was told that it
 * failed, stays as that tab left it.
 */
export async function keepWaiting(
  entries: readonly Entry[],
  save: Commit,
  change: (entry: Entry, row: EntryRow) => EntryRow,
): Promise<void> {
  const waiting = entries.filter((entry) => isPending(entry) && !entry.unsaved);
  if (!waiting.length) return;
  await save(
    waiting.map(({ n }) => entryKey(n)),
    (rows) =>
      waiting.flatMap((entry, at) => {
        const row = rows[at] as EntryRow | undefined;
        return row?.id === entry.id && !isStopped(row) ? [{ put: entryKey(entry.n), value: change(entry, row) }] : [];
      }),
  );
}
