/** What a client does about a refusal. Unknown classes are treated as `retry`. */
export type ErrorClass = 'retry' | 'reauth' | 'rejected' | 'fatal';

/**
 * Every code with its class.
 *
 * - `busy`, `rate`, `internal`: the op stays; wait `retryAfter` milliseconds or back off.
 * - `out-of-order`: the op named in `after` is unknown; start again from the first un-acked op, naming none.
 * - `use`: another conversation of this principal is open; address the op to `use` under its own id.
 * - `conversation-closed`: address the op to a new conversation under its own id.
 * - `token-expired`, `token-invalid`, `unauthenticated`: get a fresh token, keep the outbox.
 * - `secret-revoked`: an account has claimed what was written under this secret; only its token speaks for it now.
 * - `forbidden`, `invalid-frame`, `invalid-body`, `too-large`, `not-found`: the op is shown as failed.
 * - `too-late`: a message can be taken back for two minutes only.
 * - `capacity`: this agent holds as many conversations as allowed.
 * - `serving-changed`: somebody else speaks now; look again before repeating.
 * - `version`, `shop-unknown`: stop.
 */
export const ERROR_CLASSES = {
  busy: 'retry',
  rate: 'retry',
  internal: 'retry',
  'out-of-order': 'retry',
  use: 'retry',
  'conversation-closed': 'retry',
  'token-expired': 'reauth',
  'token-invalid': 'reauth',
  unauthenticated: 'reauth',
  'secret-revoked': 'reauth',
  forbidden: 'rejected',
  'invalid-frame': 'rejected',
  'invalid-body': 'rejected',
  'too-large': 'rejected',
  'not-found': 'rejected',
  'too-late': 'rejected',
  capacity: 'rejected',
  'serving-changed': 'rejected',
  version: 'fatal',
  'shop-unknown': 'fatal',
} as const satisfies Record<string, ErrorClass>;

/** A code of {@link ERROR_CLASSES}. */
export type ErrorCode = keyof typeof ERROR_CLASSES;
