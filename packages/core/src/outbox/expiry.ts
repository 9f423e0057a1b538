import type { Env } from '../env/env.ts';
import { ageOf, type Entry, isPending, move } from './entry.ts';

/** An op that could not be sent for so long is not sent by surprise: it becomes visible as expired (rule 8). */
export const EXPIRY_MS = 24 * 3_600_000;

/** How often ages are stored while something waits. */
export const AGE_MS = 600_000;

/** The entries that are too old by now, moved. Call it only after a replay: what the server has never expires. */
export const expire = (entries: readonly Entry[], env: Env): readonly Entry[] =>
  entries.filter((entry) => isPending(entry) && ageOf(entry, env) >= EXPIRY_MS).map((entry) => move(entry, 'expired'));
