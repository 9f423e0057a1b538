import { isPending, toRow } from '../outbox/entry.ts';
import { eventRow, logKey, logRow } from '../replica/conversation-log.ts';
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

/** Stores what was carried: it belongs to this identity. */
export async function keepCarried(session: Session): Promise<void> {
  const { shelf, outbox, commit, start } = session;
  await start();
  for (const { log } of shelf.rooms.values())
    await commit([logKey(log.id)], ([stored]) =>
      stored ? null : [...log.events.map((event) => eventRow(log.id, event)), logRow(log)],
    );
  for (const entry of outbox.entries.peek())
    if (entry.unsaved && isPending(entry)) await outbox.add(entry, [], () => []).catch(() => {});
}
