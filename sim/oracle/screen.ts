import type { TimelineItem } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Logbook, Version } from './logbook.ts';

const NO_ROW = new Set(['read', 'retracted', 'hidden', 'trace', 'note', 'claimed']);

/**
 * Whether a shopper's screen that begins at number `from` has a row of its own for an event. The end of a streamed reply
 * stands in the row of its opening, unless that is further back.
 */
export const isShown = ({ kind, body }: Pick<ChatEvent, 'kind' | 'body'>, from: number): boolean =>
  kind === 'rating' ? body['state'] === 'asked' : kind === 'final' ? Number(body['of']) < from : !NO_ROW.has(kind);

/** A screen, read as a range of a log. */
export interface Range {
  readonly version: Version | undefined;
  readonly from: number;
  readonly to: number;
}

/** What is wrong with the range of a version that some rows claim to be. */
function misfit({ events }: Version, rows: readonly TimelineItem[], from: number, to: number): string | undefined {
  let n = 0;
  for (let seq = from; seq <= to; seq++) {
    const event = events[seq - 1];
    if (!event) return `${seq} is not in the log`;
    if (!isShown(event, from)) continue;
    const row = rows[n++];
    // What the house and the bot write is named after what it follows: after a restore another may have the same name.
    if (row?.seq !== seq || row.id !== event.id || row.at !== event.at) return `${seq} ${event.id} is missing`;
  }
  // Of two generations that begin alike it is the one that has every row.
  const more = rows[n];
  return more && `${more.seq} ${more.id} is not in the log`;
}

/**
 * The rows of a screen as a gapless range of some generation of some log, or what is wrong with them. Events stand
 * first, in order, then what is not yet one.
 */
export function readScreen(rows: readonly TimelineItem[], logbook: Logbook): Range | string {
  const logged = rows.filter(({ seq }) => seq !== undefined);
  if (rows.findIndex(({ seq }) => seq === undefined) < logged.length && logged.length < rows.length)
    return 'an op stands before an event';
  const [first] = logged;
  const from = first?.seq ?? 0;
  const to = logged.at(-1)?.seq ?? 0;
  if (!first) return { version: undefined, from, to };
  let wrong = `${from} ${first.id} is in no log`;
  for (const version of [...logbook.having(first.id, from, first.at)].reverse()) {
    const problem = misfit(version, logged, from, to);
    if (!problem) return { version, from, to };
    wrong = problem;
  }
  return wrong;
}
