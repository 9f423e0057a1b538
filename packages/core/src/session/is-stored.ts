import type { ClientOptions } from '../client-options.ts';
import { INSTALL } from '../identity/visitor-secret.ts';
import type { Parts } from './parts.ts';

/** How often and how long apart a store that cannot be read is asked who it belongs to, while the page stays blank. */
const TRIES = 5;
const AGAIN_MS = 1_000;

/** Whether the store is still this session's, asked until it can be read; no, where it cannot, or the session has ended. */
export async function isStored(
  { env }: Pick<ClientOptions, 'env'>,
  parts: Pick<Parts, 'env' | 'store' | 'credentials'>,
  tries = TRIES,
): Promise<boolean> {
  const { store, credentials } = parts;
  const rows = await store.use((opened) => opened.list(INSTALL)).catch(() => undefined);
  if (rows && store.storage.peek() === 'ok') return rows[0]?.value === credentials.install;
  store.close();
  // What ends with the session would never ring, and who ends it waits for what is under way.
  await new Promise<void>((resolve) => env.timer(resolve, AGAIN_MS));
  return tries > 1 && !parts.env.ended() && isStored({ env }, parts, tries - 1);
}
