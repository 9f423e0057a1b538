import type { Entry } from './entry.ts';
import type { Outbox } from './outbox.ts';

/**
 * Takes in what another tab made of the ops of an outbox, and forgets those that are gone. One that was written again
 * has another number, and goes to its place among the others (rule 4).
 */
export function takeIn(outbox: Outbox, changed: readonly Entry[], gone: readonly Entry[]): void {
  const moved = changed.some(({ id, n }) => outbox.get(id)?.n !== n);
  outbox.put(changed, gone);
  if (moved) outbox.load([]);
}
