import type { ChatEvent, ConversationId, Cursor, Epoch } from '../protocol/index.ts';
import type { Key, Put, Write } from '../stores/store.ts';
import type { Serving } from '../view/serving.ts';

/** What this client holds of one conversation: a gapless range of its log. */
export interface ConversationLog {
  readonly id: ConversationId;
  /** Order of appearance in this profile; the shopper's newest conversation is the current one. */
  order: number;
  /** Unknown before the first event. */
  epoch?: Epoch | undefined;
  /** Number of the last event applied. */
  seq: number;
  /** The newest number heard of: in `welcome`, a ping or an ack. */
  head: number;
  /** The oldest number that the server keeps. */
  first: number;
  /** Up to here it was history when this client found it: no news to anybody. */
  quiet?: number | undefined;
  events: readonly ChatEvent[];
  /** The store refused what came last: it is behind this log. */
  unsaved?: boolean | undefined;
  /** Who spoke at the end of the page that replaced it, where that may not be seen from the events. */
  serving?: Serving | undefined;
}

/** What is stored of a log besides its events. */
export interface LogRow extends Readonly<Omit<ConversationLog, 'head' | 'quiet' | 'events' | 'unsaved'>> {
  /** The epoch in which the server knew it no more. Without one, a log without events was only given up here. */
  readonly lost?: Epoch | undefined;
}

export const emptyLog = (id: ConversationId, order: number): ConversationLog => ({
  id,
  order,
  seq: 0,
  head: 0,
  first: 1,
  events: [],
});

export const logKey = (id: ConversationId): Key => ['conversation', id];

export const logRow = (
  { head, quiet, events, unsaved, ...row }: LogRow & Partial<ConversationLog>,
  patch?: Partial<LogRow>,
): Put => ({
  put: logKey(row.id),
  value: { ...row, ...patch },
});

/** Events that came together stand in one row, named by the first: to write many rows takes longer than to write what is in them. */
export const eventRows = (id: ConversationId, events: readonly ChatEvent[]): readonly Write[] =>
  events.slice(0, 1).map(({ seq }) => ({ put: ['event', id, seq], value: events }));

/** The longest run of events that ends at a number: what is missing must not become a hole. */
export function runUpTo(seq: number, events: readonly ChatEvent[]): ChatEvent[] {
  const known = new Map(events.map((event) => [event.seq, event]));
  const run: ChatEvent[] = [];
  for (let event = known.get(seq); event; event = known.get(event.seq - 1)) run.unshift(event);
  return run;
}

export const cursorOf = ({ id, epoch, seq }: ConversationLog): Cursor | undefined =>
  epoch ? { conversation: id, epoch, seq } : undefined;

/** Whether the server is known to have more than this log. */
export const isBehind = ({ log }: { readonly log: ConversationLog }): boolean => log.seq < log.head;

/** The oldest event held; the whole log is held when the server keeps none before it. */
export const hasOlder = ({ events, first }: ConversationLog): boolean => (events[0]?.seq ?? 0) > first;
