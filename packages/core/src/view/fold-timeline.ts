import type { ChatEvent, Participant } from '../protocol/index.ts';
import { addRow } from './add-row.ts';
import { interpret } from './interpret.ts';
import { isMine, type Reader } from './reader.ts';
import type { DeliveryStatus, TimelineItem } from './timeline.ts';

/** The row of an event, or of what is not yet one. */
export function rowOf(
  event: Omit<ChatEvent, 'seq' | 'from'> & { readonly seq?: number },
  from: Participant,
  reader: Reader,
): TimelineItem {
  const { seq, id, at, body } = event;
  const mine = isMine(reader, from);
  const content = interpret(event);
  return {
    key: `${mine ? 'me' : from.id}:${id}`,
    id,
    seq,
    at,
    from,
    mine,
    content,
    status: mine ? 'sent' : undefined,
    streaming: content.kind === 'text' ? content.body.streaming : undefined,
    retracted: body['retracted'] === true || undefined,
  };
}

/** What is shown of an op that is not yet in the log. */
export interface PendingOp extends Omit<ChatEvent, 'seq' | 'from'> {
  readonly state: DeliveryStatus;
  readonly error?: string | undefined;
  readonly unsaved?: boolean | undefined;
}

/** The row of an op that is not yet in the log. */
export const entryRow = (entry: PendingOp, me: Participant): TimelineItem => ({
  ...rowOf(entry, me, me),
  status: entry.state,
  error: entry.error,
  unsaved: entry.unsaved,
});

/** The log's rows, then the outbox in the order of writing (rule 13), with the cards that it answers already marked. */
export function mergeOutbox(
  before: readonly TimelineItem[],
  entries: readonly PendingOp[],
  me: Participant,
): readonly TimelineItem[] {
  if (!entries.length) return before;
  const rows = [...before];
  for (const entry of entries) addRow(rows, entryRow(entry, me), me);
  return rows;
}
