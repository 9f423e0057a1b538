import type { ChatEvent } from '../protocol/index.ts';
import type { Store, Write } from '../stores/store.ts';
import { eventsOf } from './batches.ts';
import { eventRows, type LogRow, logKey } from './conversation-log.ts';

/** How long an event is cached, in milliseconds (rule 14). The server's time of it and the wall clock decide. */
const CACHE_MS = 30 * 24 * 3_600_000;

/** Whether an event has been cached for too long. */
const isAged = ({ at }: ChatEvent, now: number): boolean => now - at > CACHE_MS;

/** How many of the newest conversation's events stay when the disk is full. */
const KEPT = 50;

/**
 * Deletes the cached events that `gone` names of each conversation, oldest conversation first: the server still has
 * them. A conversation without events goes as a whole; where an op waits for it its cursor goes, so that none speaks of what
 * is not there. Nothing is deleted of one in which another tab wrote meanwhile. Tells whether anything went.
 */
async function evict(store: Store, gone: (events: readonly ChatEvent[], newest: boolean) => number): Promise<boolean> {
  const logs = (await store.list(['conversation'])).map(({ value }) => value as LogRow);
  const ops = (await store.list(['op'])).map(({ value }) => (value as { readonly conversation: string }).conversation);
  let any = false;
  for (const log of logs.sort((a, b) => a.order - b.order)) {
    const rows = (await store.list(['event', log.id])).map(({ key, value }) => ({ key, events: eventsOf([value]) }));
    const events = rows.flatMap((row) => row.events);
    const count = gone(events, log === logs.at(-1));
    const whole = count === events.length;
    if (!count) continue;
    const left = new Set(events.slice(count));
    const writes: Write[] = whole
      ? [
          { clear: ['event', log.id] },
          ops.includes(log.id)
            ? { put: logKey(log.id), value: { id: log.id, order: log.order, seq: 0, first: 1 } }
            : { delete: logKey(log.id) },
        ]
      : rows
          .filter((row) => row.events.some((event) => !left.has(event)))
          .flatMap((row) => [
            { delete: row.key },
            ...eventRows(
              log.id,
              row.events.filter((event) => left.has(event)),
            ),
          ]);
    const same = (row: unknown) => (row as LogRow | undefined)?.seq === log.seq;
    if (await store.transact([logKey(log.id)], ([row]) => (same(row) ? writes : null))) any = true;
  }
  return any;
}

/** The disk is full: gives up what is cached of older conversations, and of the newest all but its last lines (rule 14). */
export const makeRoom = (store: Store): Promise<boolean> =>
  evict(store, ({ length }, newest) => (newest ? Math.max(0, length - KEPT) : length));

/** Gives up what has been cached for longer than 30 days (rule 14). */
export const forgetAged = (store: Store, now: number): Promise<boolean> =>
  evict(store, (events) => {
    const fresh = events.findIndex((event) => !isAged(event, now));
    return fresh < 0 ? events.length : fresh;
  });
