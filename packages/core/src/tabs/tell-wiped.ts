import type { ClientOptions } from '../client-options.ts';
import { createAlarm } from '../env/alarm.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { type Hint, NAMES } from './hint.ts';

/** How often running tabs are told; a frozen one looks before it shows anything. */
const AGAIN_MS = 500;
const TIMES = 4;

/** The lock that every tab shares while it shows an identity. */
export const shownLock = (name: string): string => `${name}:shown`;

/**
 * Tells the other tabs that an identity was wiped, and waits until none shows it any more (rule 12). Every tab that
 * does holds a shared lock; who gets it alone knows that all have let go.
 */
export async function tellWiped(
  { shop, env }: ClientOptions,
  identity: Identity,
  install: string,
  claimed?: boolean,
): Promise<void> {
  const name = NAMES + storeName(shop, identity);
  const channel = env.channel?.(name);
  if (!channel) return;
  const hint: Hint = { t: 'wiped', install, claimed };
  const late = new AbortController();
  const again = createAlarm(env);
  const tell = (left: number) => {
    if (!left) return late.abort();
    channel.postMessage(hint);
    again.set(() => tell(left - 1), AGAIN_MS);
  };
  tell(TIMES);
  await env.locks?.request(shownLock(name), { signal: late.signal }, () => undefined).catch(() => {});
  again.stop();
  channel.close();
}
