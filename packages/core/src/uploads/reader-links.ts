import type { Session } from '../session/session.ts';
import type { AttachmentsOptions } from './attach-options.ts';
import { createFileLinks, type FileLinks } from './file-links.ts';
import { sessionServer } from './session-server.ts';

/** Links to files for whoever a session speaks for. */
export const readerLinks = (session: Session, options: AttachmentsOptions): FileLinks =>
  createFileLinks(session.env, {
    fetch: options.fetch,
    credential: sessionServer(session, options, () => undefined).credential,
    address: options.address,
    desk: session.identity.kind === 'agent',
  });
