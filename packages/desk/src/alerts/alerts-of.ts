import type { InboxRow } from '@xiaoer/core/protocol';

/**
 * What an agent should hear of: somebody waits, words of an own shopper, a message that was left, a conversation that a
 * colleague passed on, a note that asks to look.
 */
export interface Alert {
  readonly kind: 'waiting' | 'message' | 'left' | 'given' | 'mention';
  readonly row: InboxRow;
}

const byId = (rows: readonly InboxRow[]) => new Map(rows.map((row) => [row.conversation, row]));

function alertOf(row: InboxRow, before: InboxRow | undefined, me: string): Alert['kind'] | undefined {
  const mine = row.mode === 'agent' && row.agent?.id === me;
  if (row.mode === 'queued' && before?.mode !== 'queued') return 'waiting';
  if (mine && row.givenBy && row.serving !== before?.serving) return 'given';
  if (row.mentions?.includes(me) && !before?.mentions?.includes(me)) return 'mention';
  if (mine && row.last?.role === 'shopper' && row.last.at > (before?.last?.at ?? 0)) return 'message';
  return row.left && !before?.left ? 'left' : undefined;
}

/** What is new in an inbox. A pure function of two states of it. */
export function alertsOf(before: readonly InboxRow[], after: readonly InboxRow[], me: string): readonly Alert[] {
  const known = byId(before);
  return after.flatMap((row) => {
    const kind = alertOf(row, known.get(row.conversation), me);
    return kind ? [{ kind, row }] : [];
  });
}
