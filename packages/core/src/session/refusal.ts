import { type Entry, type EntryRow, isPending, move } from '../outbox/entry.ts';
import { keepLanded } from '../outbox/keep-landed.ts';
import { createPause } from '../outbox/pause.ts';
import type { Nack } from '../protocol/index.ts';
import { entryRow } from '../view/fold-timeline.ts';
import { FLEETING, MARKS } from './marks.ts';
import { newestOpen } from './newest-open.ts';
import type { Parts } from './parts.ts';
import { readdress } from './readdress.ts';

/** How long after a store refused it a failure is stored again; doubled each time. */
const KEEP_MS = 1_000;
const KEEP_MOST_MS = 60_000;

/** What happens to an op that the server refused (rule 7). */
export function createRefusal(parts: Parts): (nack: Nack) => Promise<void> {
  const { env, outbox, window, shelf, link, store } = parts;
  const pause = createPause(env, window);
  let refreshing = false;

  /** Another tab would send what the store still shows as waiting: it is told until it takes it. */
  const keep = async (failed: Entry, wait = KEEP_MS) => {
    if (outbox.get(failed.id) !== failed || (await outbox.save([failed]))) return;
    env.timer(() => void keep(failed, Math.min(2 * wait, KEEP_MOST_MS)), wait);
  };

  const fail = async (entry: Entry, error: string) => {
    const failed = move(entry, 'failed', { error });
    // Such a mark is nothing that its author would write again: refused, it leaves everything as it was.
    const mark = FLEETING.includes(entry.kind);
    const kept = await outbox.save(mark ? [] : [failed], mark ? [entry] : []);
    if (!kept) void keep(failed);
    if (entry.kind !== 'read') parts.emit('message:failed', entryRow(failed, parts.me()));
    window.pump();
    if (!entry.unsaved) return;
    const stored = await store.use((opened) => opened.list(['op'])).catch(() => undefined);
    await keepLanded(outbox, stored?.map(({ value }) => value as EntryRow) ?? []);
  };

  const refresh = async (id: string) => {
    if (refreshing) return;
    refreshing = true;
    pause.hold();
    const fresh = await parts.reauth().catch(() => false);
    refreshing = false;
    if (env.ended()) return;
    if (fresh) pause.after(id, undefined);
    else link.restart('token-unavailable');
  };

  return async ({ id = '', class: kind, code, conversation, retryAfter, use }) => {
    const entry = outbox.get(id);
    if (!entry || !isPending(entry)) return;
    const from = entry.conversation;
    // The answer to an append to an earlier address: the op is on its way to another.
    if ((conversation ?? from) !== from) return;
    if (kind === 'rejected') return fail(entry, code);
    // Those behind it are refused in their turn, and follow it again in the same order (rule 4).
    outbox.put([move(entry, 'queued')]);
    if (kind === 'reauth') return void refresh(id);
    if (code === 'out-of-order') return window.pump();
    if (code === 'use' || code === 'conversation-closed') {
      if (parts.agent || MARKS.includes(entry.kind)) return fail(entry, code);
      const to = use ?? newestOpen(parts, from).log.id;
      const read = shelf.rooms.get(to)?.log.epoch;
      await readdress(parts, from, to);
      // A conversation that was opened elsewhere is to be read from its beginning.
      if (use && !read) link.hello();
      return window.pump();
    }
    if (pause.after(id, retryAfter)) return fail(entry, code);
  };
}
