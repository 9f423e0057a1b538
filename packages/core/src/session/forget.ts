import type { Entry } from '../outbox/entry.ts';
import { type Forgotten, forgottenKey } from '../outbox/forgotten.ts';
import { deletions } from '../outbox/outbox.ts';
import type { Parts } from './parts.ts';

/**
 * Forgets an op for good. What that leaves in the store tells the other tabs that hold it that it was not seen through:
 * nobody sends it (rule 2).
 */
export async function forget({ outbox, save, env }: Parts, entry: Entry): Promise<void> {
  const value: Forgotten = { id: entry.id, at: env.now() };
  outbox.put([], [entry]);
  await save([], () => [...deletions([entry]), { put: forgottenKey(entry.id), value }]);
}
