import type { ClientOptions } from '../client-options.ts';
import { ChatError } from '../env/chat-error.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { INSTALL } from '../identity/visitor-secret.ts';
import { lateStore } from '../stores/late-store.ts';
import { tellWiped } from '../tabs/tell-wiped.ts';

const VISITOR: Identity = { kind: 'visitor' };

/** Deletes what a visitor of this browser profile stored, here and from the screens of other tabs. */
export async function forgetVisitor(options: ClientOptions): Promise<void> {
  if (!options.openStore) return;
  const store = lateStore(options.env, storeName(options.shop, VISITOR), options.openStore);
  try {
    const install = await store.use(async (opened) => {
      const [row] = await opened.list(INSTALL);
      await opened.wipe();
      return row?.value;
    });
    if (typeof install === 'string') await tellWiped(options, VISITOR, install);
  } catch (error) {
    throw new ChatError('wipe-failed', error);
  } finally {
    store.close();
  }
}
