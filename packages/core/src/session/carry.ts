import { type EntryRow, toRow } from '../outbox/entry.ts';
import { batches } from '../replica/batches.ts';
import { logKey, logRow } from '../replica/conversation-log.ts';
import type { Session } from './session.ts';

/**
 * Shows in a session that begins what another shows, so that the timeline goes on while the server is asked whose it
 * is. Nothing of it is stored before that, and its ops wait, because nothing is sent before `welcome`.
 */
export function carry(from: Session, to: Session, all: boolean): void {
  to.shelf.load([...from.shelf.rooms.values()].map(({ log }) => ({ ...log })));
  const entries = from.outbox.entries.peek().filter(({ unsaved }) => all || unsaved);
  // What the server has acked stays so: its event comes by the cursor.
  to.outbox.load(
    entries.map((entry) => ({
      ...toRow(entry, from.env),
      ...(entry.ack && { state: entry.state, ack: entry.ack }),
      n: 0,
      unsaved: true,
    })),
  );
}

/** Carries what other tabs had written for the claimed conversation and the server had not yet. */
export async function carryLate(session: Session, rows: readonly EntryRow[]): Promise<void> {
  const { shelf, outbox, window, env } = session;
  const known = new Set([...shelf.rooms.values()].flatMap(({ log }) => log.events.map(({ id }) => id)));
  const late = rows.filter((row) => !known.has(row.id) && !outbox.get(row.id));
  if (!late.length || env.ended()) return;
  const to = shelf.current.peek()?.log.id;
  outbox.load(late.map((row) => ({ ...row, conversation: to ?? row.conversation, n: 0, unsaved: true })));
  await keepCarried(session);
  window.pump();
}

/** Stores what was carried: it belongs to this identity. */
export async function keepCarried(session: Session): Promise<void> {
  const { shelf, outbox, commit, start, seldom } = session;
  await start();
  // To other tabs of the account the claimed conversation was unknown: what waited for it here they sent to its own.
  await (await seldom()).heedOthers(session, true);
  for (const { log } of shelf.rooms.values())
    await commit([logKey(log.id)], ([stored]) => (stored ? null : [...batches(log.id, log.events), logRow(log)]));
  for (const entry of outbox.entries.peek().filter(({ unsaved }) => unsaved)) {
    // What stands still goes on standing still, and is there after this page.
    if (!entry.ack) await outbox.add(entry).catch(() => {});
    // What the server has acked is stored with what is written next.
    else if (!entry.n) outbox.put([{ ...entry, n: 1 }]);
  }
}
