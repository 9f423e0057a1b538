import type { Env } from '../env/env.ts';
import type { Epoch, Op } from '../protocol/index.ts';
import type { DeliveryStatus } from '../view/timeline.ts';

/** An op in the outbox. */
export interface Entry extends Op {
  /** Order of writing in this profile; the row's key. */
  readonly n: number;
  /** Wall clock of writing, for showing only. */
  readonly at: number;
  readonly serving?: number | undefined;
  readonly state: DeliveryStatus;
  readonly error?: string | undefined;
  /** Age in milliseconds of monotonic time when it was last stored (rule 8). */
  readonly age: number;
  /** Monotonic time of this page at which it had that age. */
  readonly born: number;
  /** Where the server put it, while its event has not come (rule 2). */
  readonly ack?: { readonly epoch: Epoch; readonly seq: number } | undefined;
  readonly unsaved?: boolean | undefined;
  /** It may have reached the server: sent in this page's life, or nobody knows. */
  readonly tried?: boolean | undefined;
}

/** What is stored of an entry. What only the link knows is learned again after a reload. */
export type EntryRow = Omit<Entry, 'born' | 'ack' | 'unsaved' | 'tried'>;

/** The entry in another state; what only its last state knew is forgotten. */
export const move = (entry: Entry, state: DeliveryStatus, patch: Partial<Entry> = {}): Entry => ({
  ...entry,
  ack: undefined,
  error: undefined,
  ...patch,
  state,
});

/** Whether the server has not said that it holds it, and may still be asked. */
export const isPending = ({ state }: Entry): boolean => state === 'queued' || state === 'sending';

/**
 * Whether it stands still, visible to its author, until they write it again or forget it. Nothing that comes late
 * revives it.
 */
export const isStopped = ({ state }: Pick<Entry, 'state'>): boolean => state === 'failed' || state === 'expired';

/** Age in milliseconds, accumulated over the pages that knew it. */
export const ageOf = ({ age, born }: Entry, env: Env): number => env.monotonic() - born + age;

export const entryKey = (n: number): readonly (string | number)[] => ['op', n];

export const toRow = ({ born, ack, unsaved, tried, ...row }: Entry, env: Env): EntryRow => ({
  ...row,
  state: isStopped(row) ? row.state : 'queued',
  age: ageOf({ ...row, born }, env),
});

export const fromRow = (row: EntryRow, env: Env): Entry => ({ ...row, born: env.monotonic(), tried: true });
