import type { ChatEvent, ConversationId, Epoch } from '@xiaoer/core/protocol';

/** Whose conversation it is, and since when. */
export interface ConversationRecord {
  readonly id: ConversationId;
  readonly shop: string;
  /** The shopper's principal. Bodies of the conversation are encrypted with this subject's key. */
  readonly subject: string;
  readonly createdAt: number;
  readonly locale?: string | undefined;
  readonly name?: string | undefined;
}

/** Rows of one conversation with consecutive numbers, written all or none. `create` comes with the first. */
export interface Batch {
  readonly conversation: ConversationId;
  readonly create?: ConversationRecord | undefined;
  readonly events: readonly ChatEvent[];
}

/**
 * The durable log of all conversations; the smallest set of verbs that SQLite and PostgreSQL both serve.
 * `testing/log-contract.ts` proves an implementation.
 */
export interface Log {
  /**
   * Appends batches of distinct conversations in one durable transaction. A batch whose first number is not
   * `head + 1`, that repeats `(conversation, author, id)`, or that creates an existing conversation is refused whole
   * and does not disturb the others. Resolves, when a crash can no longer undo it, with which were accepted.
   */
  insert(batches: readonly Batch[]): Promise<readonly boolean[]>;
  /** The number of an author's op, or undefined. */
  find(conversation: ConversationId, author: string, id: string): Promise<number | undefined>;
  /** The conversation with its last number, or undefined. */
  head(
    conversation: ConversationId,
  ): Promise<{ readonly record: ConversationRecord; readonly head: number } | undefined>;
  /** Events with `after < seq ≤ after + limit`, in order. */
  read(conversation: ConversationId, after: number, limit: number): Promise<readonly ChatEvent[]>;
  /** The oldest number kept: 1 until retention trims. */
  first(conversation: ConversationId): Promise<number>;
  /** Conversations of a shopper that are not closed, newest first. */
  openOf(shop: string, subject: string): Promise<readonly ConversationRecord[]>;
  /** All conversations of a shop that are not closed, for projections at start. */
  open(shop: string): Promise<readonly ConversationRecord[]>;
  /** This generation of the storage. */
  epoch(): Epoch;
  close(): Promise<void>;
}
