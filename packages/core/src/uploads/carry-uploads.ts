import type { Session } from '../session/session.ts';
import type { Store } from '../stores/store.ts';
import { sessionStore } from './session-store.ts';
import { keepUpload, listUploads, wholeBytes } from './upload-rows.ts';

/** Copies the files that wait in another identity's store into the store of a session. */
export async function carryUploads(from: Store, to: Session): Promise<void> {
  await to.start();
  for (const row of await listUploads(from)) {
    const bytes = await wholeBytes(from, row);
    if (bytes && !to.env.ended()) await keepUpload(sessionStore(to), row, bytes);
  }
}
