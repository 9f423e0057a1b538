import type { ChatEvent, Events } from '../protocol/index.ts';
import type { Commit } from '../stores/commit.ts';
import type { Write } from '../stores/store.ts';
import { interpret } from '../view/interpret.ts';
import { type ConversationLog, eventKey, eventRow, type LogRow, logKey, logRow } from './conversation-log.ts';

/** The events of a frame that come next; none when they belong further on or to another epoch (rule 3). */
export function nextEvents({ epoch, seq }: ConversationLog, frame: Events): readonly ChatEvent[] | undefined {
  const fresh = frame.events.filter((event) => event.seq > seq);
  const follows = fresh.every((event, n) => event.seq === seq + 1 + n);
  return follows && (epoch ?? frame.epoch) === frame.epoch ? fresh : undefined;
}

/**
 * Writes events, cursor and the deletion of the ops that they are, in one transaction (rules 2 and 3), then changes
 * the log. Where another tab went on further, or to another epoch, its rows stay. The words of a message that one of the
 * events takes back are deleted in the same transaction, further back, too.
 */
export async function applyEvents(
  log: ConversationLog,
  frame: Events,
  fresh: readonly ChatEvent[],
  ops: readonly Write[],
  commit: Commit,
): Promise<void> {
  const { epoch, first } = frame;
  const { id } = log;
  const seq = log.seq + fresh.length;
  const targets = fresh.map(interpret).flatMap(({ kind, body }) => (kind === 'retracted' ? body.target : []));
  const clean = (event: ChatEvent): ChatEvent =>
    targets.includes(event.seq) ? { ...event, body: { retracted: true } } : event;
  await commit([logKey(id), ...targets.map((target) => eventKey(id, target))], ([stored, ...held]) => {
    const row = stored as LogRow | undefined;
    if (row && row.seq > 0 && (row.epoch !== epoch || row.seq < log.seq)) return ops;
    const cursor = logRow(log, { epoch, first, seq: Math.max(seq, row?.seq ?? 0) });
    const events = [...(held as (ChatEvent | undefined)[]), ...fresh].flatMap((event) => event ?? []);
    return [...events.map((event) => eventRow(id, clean(event))), cursor, ...ops];
  });
  Object.assign(log, { epoch, first, seq, head: Math.max(log.head, seq) });
  log.events = [...log.events, ...fresh].map(clean);
}
