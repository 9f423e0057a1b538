import type { ChatEvent, ConversationId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';
import type { ConversationLog, LogRow } from './conversation-log.ts';

/** The longest run of events that ends at the cursor: a row that is missing must not become a hole. */
function runUpTo(seq: number, events: readonly ChatEvent[]): ChatEvent[] {
  let from = events.length;
  while (from > 0 && events[from - 1]?.seq === seq - (events.length - from)) from--;
  return events.slice(from);
}

/** Reads everything that a session starts with: of conversations the newest, and those that ops wait for. */
export async function loadStore<Op extends { readonly conversation: ConversationId }>(list: Store['list']) {
  const values = async <T>(...prefix: string[]) => (await list(prefix)).map((row) => row.value as T);
  const [install] = await values<string>('install');
  const [secret] = await values<string>('secret');
  const ops = await values<Op>('op');
  const rows = (await values<LogRow>('conversation')).sort((a, b) => a.order - b.order);
  const logs: ConversationLog[] = [];
  for (const row of rows) {
    const { id, seq } = row;
    if (row !== rows.at(-1) && !ops.some((op) => op.conversation === id)) continue;
    const stored = (await values<ChatEvent>('event', id)).filter((event) => event.seq <= seq);
    logs.push({ ...row, head: seq, quiet: 0, events: runUpTo(seq, stored) });
  }
  return { install, secret, ops, logs };
}
