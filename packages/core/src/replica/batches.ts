import type { ChatEvent, ConversationId } from '../protocol/index.ts';
import type { Key, Write } from '../stores/store.ts';
import { eventRows } from './conversation-log.ts';

/** Most events of one row, as of one frame. */
const BATCH = 100;

/** Key of the row that begins with an event. */
export const eventKey = (id: ConversationId, seq: number): Key => ['event', id, seq];

/** The rows of any number of events. */
export const batches = (id: ConversationId, events: readonly ChatEvent[]): readonly Write[] =>
  Array.from({ length: Math.ceil(events.length / BATCH) }, (_, n) =>
    eventRows(id, events.slice(n * BATCH, (n + 1) * BATCH)),
  ).flat();

/** The keys of every row in which an event of these numbers may stand. */
export function keysOf(id: ConversationId, from: number, to: number): readonly Key[] {
  const first = Math.max(1, from - BATCH + 1);
  return Array.from({ length: to - first + 1 }, (_, n) => eventKey(id, first + n));
}

/** The events of rows that were read, found or not. */
export const eventsOf = (rows: readonly unknown[]): readonly ChatEvent[] =>
  rows.flatMap((row) => (row as readonly ChatEvent[] | undefined) ?? []);
