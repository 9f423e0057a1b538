import type { InboxRow, InboxSignal } from '../protocol/index.ts';

/** The inbox after a signal: rows replaced in place, new ones last, those of closed conversations gone. */
export function foldInbox(rows: readonly InboxRow[], signal: InboxSignal): readonly InboxRow[] {
  const next = new Map((signal.all ? [] : rows).map((row) => [row.conversation, row]));
  for (const row of signal.rows) next.set(row.conversation, row);
  for (const id of signal.gone) next.delete(id);
  return [...next.values()];
}
