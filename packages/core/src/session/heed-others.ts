import { INSTALL } from '../identity/visitor-secret.ts';
import { type EntryRow, fromRow, isStopped } from '../outbox/entry.ts';
import { expire } from '../outbox/expiry.ts';
import { forgottenKey } from '../outbox/forgotten.ts';
import { takeIn } from '../outbox/take-in.ts';
import { entryRow } from '../view/fold-timeline.ts';
import { beginAnew } from './begin-anew.ts';
import type { Parts } from './parts.ts';

/**
 * Takes in what other tabs made of the ops that are stored, before any of them is sent (rules 4 and 7): one that was
 * moved to another conversation, or refused, must not be sent from here as it was. One that was seen through may be: a
 * repeat is an ack. `elsewhere`: it went where no repeat finds it. Of a visitor whom an account has claimed nothing is sent
 * (rule 12), although a restore may have made the server forget it.
 */
export async function heedOthers(parts: Parts, elsewhere?: boolean): Promise<void> {
  const { store, outbox, credentials, env, emit, me } = parts;
  let claimed = false;
  const stored = await store
    .use(async (opened) => {
      const [install] = await opened.list(INSTALL);
      if (install?.value === credentials.install) return await opened.list(['op']);
      claimed = credentials.stored && (await opened.list(forgottenKey(credentials.install))).length > 0;
      return undefined;
    })
    .catch(() => undefined);
  if (env.ended()) return;
  if (claimed) return beginAnew(parts, false);
  if (!stored) return;
  const rows = new Map(stored.map(({ value }) => [(value as EntryRow).id, value as EntryRow]));
  const saved = outbox.entries.peek().filter(({ unsaved }) => !unsaved);
  const changed = saved.flatMap((entry) => {
    const row = rows.get(entry.id);
    const stops = row && isStopped(row) && !isStopped(entry);
    return stops || (row && (row.conversation !== entry.conversation || row.n !== entry.n)) ? fromRow(row, env) : [];
  });
  takeIn(
    outbox,
    changed,
    saved.filter(({ id }) => elsewhere && !rows.has(id)),
  );
  for (const entry of changed) if (entry.state === 'failed') emit('message:failed', entryRow(entry, me()));
}

/** Looks once more at what waits, before it is sent after a replay: what became of it, and whether it is too old (rule 8). */
export async function review(parts: Parts): Promise<void> {
  await heedOthers(parts);
  await parts.outbox.save(expire(parts.outbox.entries.peek(), parts.env));
}
