/** What has changed in a list of rows with keys. */
export interface ListChange {
  /** Rows that came before the first one; less than 0: that many went from there. */
  readonly added: number;
  /** How many rows at the end are behind the one that was last, or were not there at all. */
  readonly arrived: number;
}

interface Keyed {
  readonly key: string;
}

const indexOf = (list: readonly Keyed[], key: string | undefined): number => list.findIndex((row) => row.key === key);

/** Compares a list with what it was. Rows in the middle stay where they are; a list that shares nothing is a new one. */
export function listChange(before: readonly Keyed[], now: readonly Keyed[]): ListChange | null {
  const first = indexOf(now, before[0]?.key);
  const gone = first < 0 ? indexOf(before, now[0]?.key) : 0;
  if (before.length === 0 || gone < 0) return null;
  const added = first < 0 ? -gone : first;
  return { added, arrived: Math.max(0, now.length - before.length - added) };
}
