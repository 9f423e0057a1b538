import type { Key, Store } from '../stores/store.ts';

/** Names the rows of ops that their author took back before they left, or gave up; and of a visitor whom an account has claimed. */
export const FORGOTTEN = 'forgotten';

/** How long such a row is kept, in milliseconds by the wall clock: no tab holds the op for longer. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** What is stored of an op, or of an install, that is forgotten. */
export interface Forgotten {
  readonly id: string;
  /** Wall clock of forgetting. */
  readonly at: number;
}

export const forgottenKey = (id: string): Key => [FORGOTTEN, id];

/** Deletes the rows that have been kept for long enough. */
export async function dropForgotten(store: Store, now: number): Promise<void> {
  const rows = await store.list([FORGOTTEN]);
  const old = rows.filter(({ value }) => now - (value as Forgotten).at > KEPT_MS);
  if (old.length) await store.transact([], () => old.map(({ key }) => ({ delete: key })));
}
