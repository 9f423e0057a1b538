import type { ClientOptions } from '../client-options.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { type Hint, NAMES } from './hint.ts';

/** How long running tabs have to show nothing of a wiped identity; a frozen one looks before it shows anything. */
const BLANK_MS = 2_000;

/** The lock that every tab shares while it shows an identity. */
export const shownLock = (name: string): string => `${name}:shown`;

/**
 * Tells the other tabs that an identity was wiped, and waits until none shows it any more (rule 12). Every tab that
 * does holds a shared lock; who gets it alone knows that all have let go.
 */
export async function tellWiped({ shop, env }: ClientOptions, identity: Identity, install: string): Promise<void> {
  const name = NAMES + storeName(shop, identity);
  const channel = env.channel?.(name);
  if (!channel) return;
  const hint: Hint = { t: 'wiped', install };
  channel.postMessage(hint);
  channel.close();
  if (!env.locks) return;
  const late = new AbortController();
  const cancel = env.timer(() => late.abort(), BLANK_MS);
  await env.locks.request(shownLock(name), { signal: late.signal }, () => undefined).catch(() => {});
  cancel();
}
