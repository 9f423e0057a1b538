import type { ClientOptions } from '../client-options.ts';
import { warn } from '../env/warn.ts';
import { storeName } from '../identity/identity.ts';
import { SECRET } from '../identity/visitor-secret.ts';
import type { Session } from '../session/session.ts';
import { lateStore } from '../stores/late-store.ts';
import { attachPart } from './fetch-part.ts';
import { UPLOADS } from './upload-key.ts';

async function copyFiles({ env, shop, openStore }: ClientOptions, secret: string, to: Session): Promise<void> {
  const from = lateStore(env, storeName(shop, { kind: 'visitor' }), openStore);
  try {
    await from.use(async (opened) => {
      const rows = await opened.list([UPLOADS]);
      // Another tab may have begun there as somebody new.
      const [kept] = await opened.list(SECRET);
      if (kept && kept.value !== secret) return;
      if (rows.length) await (await attachPart()).carryUploads(opened, to);
    });
  } catch (error) {
    warn(to.env, 'uploads-not-carried', error);
  } finally {
    from.close();
  }
}

/**
 * Takes the files of a visitor's tabs along when the server has granted an account its claim (rule 12): after that the
 * visitor's store is wiped.
 */
export function takeFilesAlong(options: ClientOptions, session: Session): void {
  const { identity } = session;
  if (identity.kind !== 'user' || !identity.answered) return;
  const { answered } = identity;
  identity.answered = async (claimed) => {
    if (claimed && identity.claim) await copyFiles(options, identity.claim, session);
    return answered(claimed);
  };
}
