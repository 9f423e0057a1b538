import type { Env } from '../env/env.ts';
import type { Commit } from '../stores/commit.ts';
import { ageOf, type Entry, type EntryRow, entryKey, isPending, isStopped } from './entry.ts';

/**
 * Stores how old by now is what waits (rule 8). What another tab has seen through meanwhile, moved, or was told that it
 * failed, stays as that tab left it.
 */
export async function keepAges(entries: readonly Entry[], env: Env, save: Commit): Promise<void> {
  const waiting = entries.filter((entry) => isPending(entry) && !entry.unsaved);
  if (!waiting.length) return;
  await save(
    waiting.map(({ n }) => entryKey(n)),
    (rows) =>
      waiting.flatMap((entry, at) => {
        const row = rows[at] as EntryRow | undefined;
        if (row?.id !== entry.id || isStopped(row)) return [];
        return [{ put: entryKey(entry.n), value: { ...row, age: ageOf(entry, env) } }];
      }),
  );
}
