import { type ConversationId, isConversationId } from './ids.ts';
import { type Guard, integer, shape, string } from './shape.ts';

/** One generation of the server's storage. Compared for equality only. */
export type Epoch = string;

/** The last event of a conversation that a participant has stored. */
export interface Cursor {
  readonly conversation: ConversationId;
  readonly epoch: Epoch;
  readonly seq: number;
}

/** Guard of {@link Epoch}. */
export const isEpoch = string(64, 1);

/** Guard of {@link Cursor}. */
export const isCursor: Guard<Cursor> = shape<Cursor>({
  conversation: isConversationId,
  epoch: isEpoch,
  seq: integer(0),
});
