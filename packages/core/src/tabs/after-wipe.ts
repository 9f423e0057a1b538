import type { ClientOptions } from '../client-options.ts';
import type { Parts } from '../session/parts.ts';
import { StoreError } from '../stores/store.ts';
import { tellWiped } from './tell-wiped.ts';

/**
 * Finishes the wipe of an identity that has ended (rule 12): a store that could not be read while it lived may hold what
 * was there before, and the other tabs show it. Refused where something that was stored may still be there.
 */
export async function afterWipe(options: ClientOptions, { store, identity, credentials }: Parts): Promise<void> {
  if (store.storage.peek() !== 'ok') {
    store.close();
    const wiped = await store.use((opened) => opened.wipe().then(() => true));
    if (!wiped && credentials.stored) throw new StoreError('closed');
  }
  await tellWiped(options, identity, credentials.install);
}
