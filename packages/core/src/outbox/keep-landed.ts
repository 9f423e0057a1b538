import { type EntryRow, isStopped } from './entry.ts';
import type { Outbox } from './outbox.ts';

/**
 * A write that was given up as refused may have landed all the same: the op was told to live in memory only, under a
 * number that is not its row's. What stands still by now is stored where that row is, which still shows it as waiting:
 * it would be sent again from there (rule 7). One that was written again since has another moment of writing.
 */
export async function keepLanded(outbox: Outbox, rows: readonly EntryRow[]): Promise<void> {
  for (const entry of outbox.entries.peek()) {
    if (!entry.unsaved || !isStopped(entry)) continue;
    const row = rows.find(({ id, at }) => id === entry.id && at === entry.at);
    if (!row || isStopped(row)) continue;
    // A store that refuses it again is asked at the next look.
    if (!(await outbox.save([{ ...entry, n: row.n, unsaved: undefined }]))) outbox.put([entry]);
  }
}
