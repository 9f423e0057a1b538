import type { ChatEvent, ConversationId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';
import { type ConversationLog, type LogRow, runUpTo } from './conversation-log.ts';

/**
 * Reads everything that a session starts with: of conversations the newest, and those that ops wait for; of attachments
 * nothing. Ops come before what they may have become: one that another tab sees through meanwhile is then read twice, and
 * not missed. Whose the rows are is read last: where it says nothing, another tab signed out in between, or the browser threw
 * the store away, and a cursor may have been read whose events were gone.
 */
export async function loadStore<Op extends { readonly conversation: ConversationId }>(store: Store) {
  const values = async <T>(name: string) => (await store.list([name])).map(({ value }) => value as T);
  const [draft = ''] = await values<string>('draft');
  const ops = await values<Op>('op');
  // Where nothing was said the server may have kept another one open.
  const logRows = (await values<LogRow>('conversation')).sort(
    (a, b) => (a.seq > 0 ? a.order : 0) - (b.seq > 0 ? b.order : 0),
  );
  const events = await store.list(['event']);
  const [secret] = await values<string>('secret');
  const [install] = await values<string>('install');
  return {
    install,
    secret,
    draft,
    ops,
    logs: logRows
      .filter((row) => row === logRows.at(-1) || ops.some(({ conversation }) => conversation === row.id))
      .map((row): ConversationLog => {
        const stored = events.flatMap(({ key, value }) => (key[1] === row.id ? (value as ChatEvent[]) : []));
        return { ...row, head: row.seq, quiet: 0, events: runUpTo(row.seq, stored) };
      }),
  };
}
