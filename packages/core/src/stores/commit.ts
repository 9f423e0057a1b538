import type { Key, Write } from './store.ts';

/** Commits writes to the store of this identity; false when they could not be stored. */
export type Commit = (
  keys: readonly Key[],
  decide: (values: readonly unknown[]) => readonly Write[] | null,
) => Promise<boolean>;
