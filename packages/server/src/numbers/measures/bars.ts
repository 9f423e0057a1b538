import type { Counted } from './counted.ts';

/** A conversation behind a number, and when its session began. */
export interface Talk {
  readonly id: string;
  readonly at: number;
}

/** Conversations that one bar names; the newest. */
const MOST_TALKS = 20;

/** The newest conversations among sessions that are in order of their beginning, each once. */
export function talksOf(rows: readonly Counted[]): readonly Talk[] {
  const newest = new Map<string, number>();
  for (let n = rows.length - 1; n >= 0 && newest.size < MOST_TALKS; n--) {
    const row = rows[n];
    if (row && !newest.has(row.conversation)) newest.set(row.conversation, row.session.start);
  }
  return [...newest].map(([id, at]) => ({ id, at }));
}

/** One of several things that are counted, with the conversations that it was counted in. */
export interface Bar {
  readonly key: string;
  /** Sessions. */
  readonly n: number;
  readonly talks: readonly Talk[];
}

/** Sessions by what they have, most frequent first. */
export function groupBy(rows: readonly Counted[], keysOf: (row: Counted) => Iterable<string>): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
}
