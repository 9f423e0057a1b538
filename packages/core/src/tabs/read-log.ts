import type { Room } from '../conversation/room.ts';
import type { ChatEvent, ConversationId, Events, Reset } from '../protocol/index.ts';
import { eventKey, eventsOf } from '../replica/batches.ts';
import { type LogRow, logKey, runUpTo } from '../replica/conversation-log.ts';
import type { LateStore } from '../stores/late-store.ts';

/** Events that are read by their keys; of more the whole log is read. */
const MOST = 500;

/** The log's row and the events of some numbers, as of one moment; nothing where they do not begin and end in rows. */
async function readEvents(store: LateStore, id: ConversationId, from: number, to: number) {
  const keys = Array.from({ length: to - from + 1 }, (_, n) => eventKey(id, from + n));
  let row: LogRow | undefined;
  let events: readonly ChatEvent[] = [];
  await store.use((opened) =>
    opened.transact([logKey(id), ...keys], ([stored, ...values]) => {
      row = stored as LogRow | undefined;
      events = runUpTo(to, eventsOf(values));
      return null;
    }),
  );
  return row && events[0]?.seq === from ? { epoch: row.epoch, events } : undefined;
}

/** What another tab has stored of a conversation beyond this log, as the frame in which the server would have sent it. */
export async function readLog(store: LateStore, { log }: Room, row: LogRow): Promise<Events | Reset | undefined> {
  const { id: conversation, epoch, first, seq, lost } = row;
  // Where nothing is held an ack may have told of an epoch that came after.
  if (!epoch && lost && log.seq && log.epoch && log.epoch !== lost)
    return { t: 'reset', conversation, epoch: lost, first, head: 0, events: [] };
  if (!epoch || !seq) return undefined;
  const near = (log.epoch ?? epoch) === epoch && seq - log.seq <= MOST;
  if (near && seq <= log.seq) return undefined;
  if (near) {
    const next = await readEvents(store, conversation, log.seq + 1, seq);
    if (next?.epoch === epoch) return { t: 'events', conversation, epoch, first, events: next.events };
  }
  const rows = await store.use((opened) => opened.list(['event', conversation]));
  const [now] = (await store.use((opened) => opened.list(logKey(conversation)))) ?? [];
  // Replaced meanwhile, they are read at the next look.
  if ((now?.value as LogRow | undefined)?.epoch !== epoch) return undefined;
  const events = runUpTo(seq, eventsOf((rows ?? []).map(({ value }) => value)));
  // What the store was behind by came as one row, which begins before this log ends.
  const [oldest] = events;
  if (near && oldest && oldest.seq <= log.seq + 1) return { t: 'events', conversation, epoch, first, events };
  return { t: 'reset', conversation, epoch, first, head: seq, events, serving: row.serving };
}
