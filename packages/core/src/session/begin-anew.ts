import { type EntryRow, fromRow, isPending, isStopped, move } from '../outbox/entry.ts';
import { entryRow } from '../view/fold-timeline.ts';
import { detach } from './detach.ts';
import { FLEETING } from './marks.ts';
import { newestOpen } from './newest-open.ts';
import type { Parts } from './parts.ts';

/** Why an op stands still that its author wrote as a visitor whom an account had claimed. */
const REVOKED = 'secret-revoked';

/**
 * An account has claimed this visitor, in another tab perhaps (rule 12). What that tab has not taken along stays on the
 * screen as failed: the secret that it was written under speaks for nobody, and nothing is sent under another one
 * before its author says so. Whoever takes an op from the store leaves no row of it.
 */
export async function beginAnew({ store, outbox, shelf, env, gone }: Parts, wipe: boolean): Promise<void> {
  const found = await store
    .use(async (opened) => (await opened.list(['op'])).map(({ value }) => value as EntryRow))
    .catch(() => undefined);
  if (env.ended()) return;
  // What is an event here was recorded before the claim: its row was left over by a store that refused.
  const recorded = new Set([...shelf.rooms.values()].flatMap(({ log }) => log.events.map(({ id }) => id)));
  const rows = found?.filter(({ id }) => !recorded.has(id));
  const stored = new Set(rows?.map(({ id }) => id));
  // Where the store does not say what is left, nobody is known to have taken anything: it is asked again by who comes next.
  const unknown = wipe && !rows;
  const held = outbox.entries.peek().filter(({ unsaved, id }) => unknown || unsaved || stored.has(id));
  const left = [...held, ...(rows ?? []).filter(({ id }) => !outbox.get(id)).map((row) => fromRow(row, env))].filter(
    (entry) => !FLEETING.includes(entry.kind) && (isPending(entry) || isStopped(entry)),
  );
  const next = gone(wipe && !unknown);
  if (!next || !left.length) return;
  const { log } = newestOpen(next);
  next.outbox.load(left);
  const failed = left.map((entry) => ({
    ...(isStopped(entry) ? entry : move(entry, 'failed', { error: REVOKED })),
    body: detach(entry.body),
    conversation: log.id,
    unsaved: true,
  }));
  next.outbox.put(failed);
  for (const entry of failed) if (entry.error === REVOKED) next.emit('message:failed', entryRow(entry, next.me()));
}
