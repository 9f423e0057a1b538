import type { UploadId } from '../protocol/index.ts';
import type { Session } from '../session/session.ts';
import type { AttachmentsOptions } from './attach-options.ts';
import type { UploadServer } from './upload-server.ts';

/** Where a session's files go, under the credential of its link. An agent's cookie speaks, and names a conversation. */
export const sessionServer = (
  { identity, credentials }: Pick<Session, 'identity' | 'credentials'>,
  { fetch, address }: Pick<AttachmentsOptions, 'fetch' | 'address'>,
  conversationOf: (id: UploadId) => string | undefined,
): UploadServer => ({
  fetch,
  address: (id) =>
    identity.kind === 'agent'
      ? `${address}/desk/upload/${id}?conversation=${conversationOf(id) ?? ''}`
      : `${address}/upload/${id}`,
  async credential(refused) {
    if (identity.kind === 'agent') return undefined;
    if (identity.kind === 'visitor') return credentials.secret && `Visitor ${credentials.secret}`;
    const token = `Bearer ${await identity.token.get()}`;
    return token === refused ? `Bearer ${await identity.token.refresh()}` : token;
  },
});
