import type { ChatEvent, ConversationId } from '../protocol/index.ts';
import type { LateStore } from '../stores/late-store.ts';
import type { ConversationLog, LogRow } from './conversation-log.ts';

/** What a store holds of one identity. */
export interface Loaded<Op> {
  readonly install: string | undefined;
  readonly secret: string | undefined;
  readonly ops: readonly Op[];
  /** The newest conversation and those that ops wait for. */
  readonly logs: readonly ConversationLog[];
}

/** The longest run of events that ends at the cursor: a row that is missing must not become a hole. */
function runUpTo(seq: number, events: readonly ChatEvent[]): ChatEvent[] {
  let from = events.length;
  while (from > 0 && events[from - 1]?.seq === seq - (events.length - from)) from--;
  return events.slice(from);
}

/** Reads everything that a session starts with. */
export async function loadStore<Op extends { readonly conversation: ConversationId }>(
  store: LateStore,
): Promise<Loaded<Op>> {
  const values = async <T>(prefix: string) => (await store.list([prefix])).map((row) => row.value as T);
  const [install] = await values<string>('install');
  const [secret] = await values<string>('secret');
  const ops = await values<Op>('op');
  const rows = (await values<LogRow>('conversation')).sort((a, b) => a.order - b.order);
  const wanted = new Set(ops.map((op) => op.conversation)).add(rows.at(-1)?.id ?? '');
  const logs: ConversationLog[] = [];
  for (const row of rows.filter(({ id }) => wanted.has(id))) {
    const stored = (await store.list(['event', row.id])).map(({ value }) => value as ChatEvent);
    const events = runUpTo(
      row.seq,
      stored.filter((event) => event.seq <= row.seq),
    );
    logs.push({ ...row, head: row.seq, quiet: 0, events });
  }
  return { install, secret, ops, logs };
}
