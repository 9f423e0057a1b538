import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Rows } from '../world/rows.ts';

interface LogRow {
  readonly id: string;
  readonly seq: number;
  readonly first: number;
}

/** What is wrong with the logs that a disk holds: the events of each end at its cursor, unless retention took them all. */
export function misfitsOf(rows: Rows): readonly string[] {
  return rows.list(['conversation']).flatMap(({ value }) => {
    const { id, seq, first } = value as LogRow;
    if (seq === 0 || first > seq) return [];
    const events = rows.list(['event', id]).flatMap((row) => row.value as readonly ChatEvent[]);
    return events.some((event) => event.seq === seq)
      ? []
      : [`${id} is at ${seq} and has ${events.at(-1)?.seq ?? 'nothing'}`];
  });
}

/** Whether a disk holds what was said in a conversation. */
export const holdsLog = (rows: Rows, id: string): boolean => rows.list(['event', id]).length > 0;

/** Whether a disk holds an op that waits, or stands still. */
export const holdsOp = (rows: Rows, id: string): boolean =>
  rows.list(['op']).some(({ value }) => (value as { readonly id: string }).id === id);
