import { INSTALL } from '../identity/visitor-secret.ts';
import type { Parts } from './parts.ts';

/** How often and how long apart a store that cannot be read is asked who it belongs to, while the page stays blank. */
const REVIVE_TRIES = 5;
const REVIVE_MS = 1_000;

/** The install that the store says, asked until it can be read; none where it cannot. */
export async function storedInstall({ env, store }: Parts, tries = REVIVE_TRIES): Promise<unknown> {
  const rows = await store.use((opened) => opened.list(INSTALL)).catch(() => undefined);
  if (rows && store.storage.peek() === 'ok') return rows[0]?.value;
  store.close();
  await new Promise<void>((resolve) => env.timer(resolve, REVIVE_MS));
  return tries > 1 ? storedInstall({ env, store } as Parts, tries - 1) : undefined;
}
