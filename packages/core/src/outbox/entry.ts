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
}

/** What is stored of an entry. What only the link knows is learned again after a reload. */
export type EntryRow = Omit<Entry, 'born' | 'ack' | 'unsaved'>;

/** What can happen to an op. `again`: refused for now, or the link ended. `lost`: acked, but gone from the log. */
export type Move = 'send' | 'again' | 'ack' | 'lost' | 'reject' | 'expire';

/**
 * The states of an op. A move that is not here changes nothing: a late ack does not revive a failed op. Only its
 * author does, by writing it again.
 */
const MOVES: { readonly [S in DeliveryStatus]: { readonly [M in Move]?: DeliveryStatus } } = {
  queued: { send: 'sending', ack: 'sent', reject: 'failed', expire: 'expired' },
  sending: { again: 'queued', ack: 'sent', reject: 'failed', expire: 'expired' },
  sent: { lost: 'queued' },
  failed: {},
  expired: {},
};

/** The entry after a move: the same object when the move means nothing in its state. */
export function move(entry: Entry, by: Move, patch: Partial<Entry> = {}): Entry {
  const state = MOVES[entry.state][by];
  return state ? { ...entry, ack: undefined, error: undefined, ...patch, state } : entry;
}

/** Whether the server has not said that it holds it, and may still be asked. */
export const isPending = ({ state }: Entry): boolean => state === 'queued' || state === 'sending';

/** Age in milliseconds, accumulated over the pages that knew it. */
export const ageOf = ({ age, born }: Entry, env: Env): number => age + env.monotonic() - born;

export const entryKey = (n: number): readonly (string | number)[] => ['op', n];

export const toRow = ({ born, ack, unsaved, ...row }: Entry, env: Env): EntryRow => ({
  ...row,
  state: row.state === 'failed' || row.state === 'expired' ? row.state : 'queued',
  age: ageOf({ ...row, born }, env),
});

export const fromRow = (row: EntryRow, env: Env): Entry => ({ ...row, born: env.monotonic() });
