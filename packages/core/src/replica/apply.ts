import type { ChatEvent, Events } from '../protocol/index.ts';
import type { Commit } from '../stores/commit.ts';
import type { Write } from '../stores/store.ts';
import { type ConversationLog, eventRows, type LogRow, logKey, logRow } from './conversation-log.ts';

/** The events of a frame that come next; none when they belong further on or to another epoch (rule 3). */
export function nextEvents({ epoch, seq }: ConversationLog, frame: Events): readonly ChatEvent[] | undefined {
  const fresh = frame.events.filter((event) => event.seq > seq);
  let last = seq;
  return fresh.every((event) => event.seq === ++last) && (epoch ?? frame.epoch) === frame.epoch ? fresh : undefined;
}

/** Applies the events of a frame that come next. */
export type Apply = (
  log: ConversationLog,
  frame: Events,
  fresh: readonly ChatEvent[],
  ops: readonly Write[],
  commit: Commit,
) => Promise<void>;

/**
 * Writes events, cursor and the deletion of the ops that they are, in one transaction (rules 2 and 3), then changes
 * the log. What the store refused before is written with it, all of it where its rows are of another epoch: the server has
 * spoken to this tab last. Where another tab went on further its rows stay.
 */
export const applyEvents: Apply = async (log, { epoch, first }, fresh, ops, commit) => {
  const seq = log.seq + fresh.length;
  log.unsaved = !(await commit([logKey(log.id)], ([stored]) => {
    // Where they are of this epoch, the rows of the store begin where another tab let them begin, with who spoke there.
    const row = (stored as LogRow | undefined)?.epoch === epoch ? (stored as LogRow) : { ...log, seq: 0 };
    const held = row.seq;
    const beyond = [...log.events, ...fresh].filter((event) => event.seq > held);
    const writes = [...eventRows(log.id, beyond), logRow(row, { epoch, first, seq: Math.max(seq, held) }), ...ops];
    return held ? writes : [{ clear: ['event', log.id] }, ...writes];
  }));
  Object.assign(log, { epoch, first, seq, head: Math.max(log.head, seq) });
  log.events = [...log.events, ...fresh];
};
