/**
 * What a verb of the client can be refused with.
 *
 * - `invalid-body`: the body does not fit its kind, or is larger than the server takes.
 * - `outbox-full`: 200 ops or 5 MiB of text wait already.
 * - `no-conversation`: an agent's op needs `conversation(id)`.
 * - `not-found`: no op of that id can be sent again or forgotten.
 * - `token-unavailable`: the token callback failed or took longer than 10 s.
 * - `token-invalid`: the token is not a JWT that names a subject.
 * - `refused`: the server refused the session; `message` has its code.
 * - `signed-out`: the identity changed, or the client was destroyed, while the verb was under way.
 * - `wipe-failed`: what this identity stored could not be deleted.
 */
export type ChatErrorCode =
  | 'invalid-body'
  | 'outbox-full'
  | 'no-conversation'
  | 'not-found'
  | 'token-unavailable'
  | 'token-invalid'
  | 'refused'
  | 'signed-out'
  | 'wipe-failed';

/** A verb of the client failed. The message says what to do, in English, for developers. */
export class ChatError extends Error {
  readonly code: ChatErrorCode;
  constructor(code: ChatErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ChatError';
    this.code = code;
  }
}
