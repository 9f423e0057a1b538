import type { ClientOptions } from '../client-options.ts';
import { ChatError } from '../env/chat-error.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { INSTALL, SECRET } from '../identity/visitor-secret.ts';
import type { EntryRow } from '../outbox/entry.ts';
import { type Forgotten, forgottenKey } from '../outbox/forgotten.ts';
import { lateStore } from '../stores/late-store.ts';
import { tellWiped } from '../tabs/tell-wiped.ts';

const VISITOR: Identity = { kind: 'visitor' };

/**
 * Deletes what a visitor of this browser profile stored, here and from the screens of other tabs. Answers with the ops
 * that waited there until then: another tab may have written them a moment ago. `of`: only of the visitor with this
 * secret. `claimed`: they are an account's now.
 */
export async function forgetVisitor(
  options: ClientOptions,
  of?: string,
  claimed?: boolean,
): Promise<readonly EntryRow[]> {
  if (!options.openStore) return [];
  const store = lateStore(options.env, storeName(options.shop, VISITOR), options.openStore);
  try {
    const found = await store.use(async (opened) => {
      const ops = (await opened.list(['op'])).map(({ value }) => value as EntryRow);
      // Whose they are is read last. The visitor may be gone, and somebody new have begun in their place.
      const [row] = await opened.list(INSTALL);
      const [kept] = await opened.list(SECRET);
      if (of && kept && kept.value !== of) return undefined;
      await opened.wipe();
      // A tab that nobody can tell finds it here; the restore of a backup may bring the secret back to life.
      if (claimed && row) {
        const id = String(row.value);
        const value: Forgotten = { id, at: options.env.now() };
        await opened.transact([], () => [{ put: forgottenKey(id), value }]);
      }
      return { install: row?.value, ops };
    });
    if (typeof found?.install === 'string') await tellWiped(options, VISITOR, found.install, claimed);
    return found?.ops ?? [];
  } catch (error) {
    throw new ChatError('wipe-failed', error);
  } finally {
    store.close();
  }
}
