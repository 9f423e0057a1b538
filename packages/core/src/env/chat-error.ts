/**
 * What a verb of the client can be refused with.
 *
 * - `invalid-body`: the body does not fit its kind, or is larger than the server takes.
 * - `outbox-full`: 200 ops or 5 MiB of their JSON wait already.
 * - `not-found`: no failed or expired op of that id can be sent again or forgotten, or no own message of it taken back.
 * - `token-unavailable`: the token callback failed or took longer than 10 s; `cause` says how.
 * - `token-invalid`: the token is not a JWT that names a subject, or a refreshed one names another: call `identify()`.
 * - `refused`: the server refused the session; `cause` is its code.
 * - `signed-out`: the identity changed, or the client was destroyed, while the verb was under way.
 * - `not-loaded`: a part of the client could not be fetched; try again when online.
 * - `wipe-failed`: what this identity stored could not be deleted; close other tabs and try again.
 * - `file-too-large`, `file-type`: an attachment is empty or has more than 10 MB; its content is not of an allowed type.
 * - `attachments-full`: 64 MiB of attachments of this identity wait already, here or at the server.
 * - `picture-unreadable`: a picture cannot be decoded or drawn here.
 * - `timeout`: the store, a token callback or the server did not answer in time; only as a `cause`.
 * - `not-stored`: an attachment could not be kept for a reload; `cause` says why.
 */
export type ChatErrorCode =
  | 'invalid-body'
  | 'outbox-full'
  | 'not-found'
  | 'token-unavailable'
  | 'token-invalid'
  | 'refused'
  | 'signed-out'
  | 'not-loaded'
  | 'wipe-failed'
  | 'file-too-large'
  | 'file-type'
  | 'attachments-full'
  | 'picture-unreadable'
  | 'timeout'
  | 'not-stored';

/** A verb of the client failed. `code` says why, `cause` more of it, in English, for developers. */
export class ChatError extends Error {
  readonly code: ChatErrorCode;
  constructor(code: ChatErrorCode, cause?: unknown) {
    super(`${code}: ${cause ?? 'see ChatErrorCode'}`, { cause });
    this.name = 'ChatError';
    this.code = code;
  }
}
