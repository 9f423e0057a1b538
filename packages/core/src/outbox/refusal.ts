import type { Parts } from '../parts.ts';
import { type Nack, newId } from '../protocol/index.ts';
import { type Entry, isPending, move } from './entry.ts';

/** Kinds that belong to the conversation they were written in, and are not carried to another. */
export const MARKS: readonly string[] = ['read', 'retracted', 'rating'];

/** What happens to an op that the server refused (rule 7). */
export function createRefusal(parts: Parts): (nack: Nack) => Promise<void> {
  const { env, outbox, window, shelf, link, emit } = parts;
  let refreshing = false;

  const fail = async (entry: Entry, error: string) => {
    if (entry.kind === 'read') {
      // A read mark is nothing that its author wrote: refused, it is of no use to anybody.
      await outbox.remove([entry]);
    } else {
      await outbox.save([move(entry, 'reject', { error })]);
      const row = parts.row(entry.id);
      if (row) emit('message:failed', row);
    }
    window.pump();
  };

  /** Everything un-acked of a conversation goes to another one, under its own ids. */
  const readdress = async (from: string, to: string, known: boolean) => {
    const moved = outbox.entries.peek().filter((entry) => entry.conversation === from && isPending(entry));
    await outbox.save(moved.map((entry) => ({ ...move(entry, 'again'), conversation: to })));
    const read = !!shelf.find(to)?.log.epoch;
    shelf.enter(to);
    if (known && !read) link.hello();
    window.pump();
  };

  const refresh = async (id: string) => {
    if (refreshing) return;
    refreshing = true;
    window.hold();
    const fresh = await parts.reauth().catch(() => false);
    refreshing = false;
    if (env.ended()) return;
    if (fresh) window.pause(id, undefined);
    else link.restart('token-unavailable');
  };

  return async ({ id = '', class: kind, code, conversation, retryAfter, use }) => {
    const entry = outbox.get(id);
    if (!entry) return;
    const last = window.answered(id);
    if (!isPending(entry)) return;
    if (kind === 'rejected') return fail(entry, code);
    // The answer to an earlier append of an op that was sent again since, or to an earlier address.
    if (!last || (conversation ?? entry.conversation) !== entry.conversation) return;
    if (kind === 'reauth') return void refresh(id);
    if (code === 'out-of-order') return window.again();
    if (code === 'use' && use) return readdress(entry.conversation, use, true);
    if (code === 'conversation-closed') {
      if (MARKS.includes(entry.kind) || parts.identity.kind === 'agent') return fail(entry, code);
      return readdress(entry.conversation, newId(env.random), false);
    }
    if (window.pause(id, retryAfter)) return fail(entry, code);
  };
}
