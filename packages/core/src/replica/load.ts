import type { ChatEvent, ConversationId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';
import type { ConversationLog, LogRow } from './conversation-log.ts';

/** The longest run of events that ends at the cursor: a row that is missing must not become a hole. */
function runUpTo(seq: number, events: readonly ChatEvent[]): ChatEvent[] {
  let from = events.length;
  while (from > 0 && events[from - 1]?.seq === seq - (events.length - from)) from--;
  return events.slice(from);
}

/** How long an event is cached, in milliseconds (rule 14). The server's time of it and the wall clock decide. */
const CACHE_MS = 30 * 24 * 3_600_000;

/** Whether an event has been cached for too long. */
export const isAged = ({ at }: ChatEvent, now: number): boolean => now - at > CACHE_MS;

/** Reads everything that a session starts with: of conversations the newest, and those that ops wait for. */
export async function loadStore<Op extends { readonly conversation: ConversationId }>(store: Store, now: number) {
  const rows = await store.list([]);
  const values = <T>(...prefix: string[]) =>
    rows.filter(({ key }) => prefix.every((part, n) => key[n] === part)).map(({ value }) => value as T);
  const ops = values<Op>('op');
  const logRows = values<LogRow>('conversation').sort((a, b) => a.order - b.order);
  return {
    install: values<string>('install')[0],
    secret: values<string>('secret')[0],
    draft: values<string>('draft')[0],
    ops,
    /** Something is to be given up. */
    aged: values<ChatEvent>('event').some((event) => isAged(event, now)),
    logs: logRows
      .filter((row, n) => !logRows[n + 1] || ops.some(({ conversation }) => conversation === row.id))
      .map((row): ConversationLog => {
        const stored = values<ChatEvent>('event', row.id).filter(({ seq }) => seq <= row.seq);
        return { ...row, head: row.seq, quiet: 0, events: runUpTo(row.seq, stored) };
      }),
  };
}
