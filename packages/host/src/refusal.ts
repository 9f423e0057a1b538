import { type ConversationId, ERROR_CLASSES, type ErrorCode, type Nack } from '@xiaoer/core/protocol';

/** Why something was not done, in the protocol's words. */
export interface Refusal {
  readonly code: ErrorCode;
  /** What was wrong and what to do, in English, for developers. Never contains what was sent. */
  readonly message: string;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
  readonly use?: ConversationId | undefined;
}

/** What a refusal answers: an op by `id`, a request by `nonce`, or neither. */
export interface Refused {
  readonly id?: string | undefined;
  readonly conversation?: ConversationId | undefined;
  readonly nonce?: string | undefined;
}

/** A refusal as a frame; its class follows from its code. */
export const nack = (refusal: Refusal, refused: Refused = {}): Nack => ({
  t: 'nack',
  class: ERROR_CLASSES[refusal.code],
  ...refusal,
  ...refused,
});
