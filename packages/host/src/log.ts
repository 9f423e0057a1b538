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

/** A visitor's conversations on their way to the account that they signed in to. */
export interface ClaimRecord {
  readonly shop: string;
  /** The visitor's principal. */
  readonly visitor: string;
  readonly account: { readonly id: string; readonly name?: string | undefined };
  readonly at: number;
  /**
   * A batch for every conversation of the visitor, which names the claim, and one for every other that is closed by it.
   * Their numbers make the claim a compare-and-set: whatever was being appended under the secret loses its guess.
   */
  readonly batches: readonly Batch[];
}

/** A fold over the events up to `seq`: what the house still has to know of those that were trimmed. */
export interface Snapshot {
  readonly seq: number;
  readonly state: Readonly<Record<string, unknown>>;
}

/**
 * The durable log of all conversations; the smallest set of verbs that SQLite and PostgreSQL both serve.
 * `testing/log-contract.ts` proves an implementation.
 */
export interface Log {
  /**
   * Appends batches of distinct conversations in one durable transaction. A batch whose first number is not
   * `head + 1`, that repeats `(conversation, author, id)`, that creates an existing conversation, or one of a shopper
   * who has another open or whose secret was claimed, is refused whole and does not disturb the others. Resolves, when a crash can no longer undo it, with which were accepted.
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
  /**
   * Forgets the bodies of all events before `first` for good, and stores the fold over them, in one durable transaction.
   * They are not read any more, but an op among them is still found, so that one sent again stays a repeat. A `first`
   * that is not beyond the present one changes nothing.
   */
  trim(conversation: ConversationId, first: number, state?: Snapshot['state']): Promise<void>;
  /** The fold that the newest trim stored. */
  snapshot(conversation: ConversationId): Promise<Snapshot | undefined>;
  /** Conversations of a shopper that are not closed, newest first. */
  openOf(shop: string, subject: string): Promise<readonly ConversationRecord[]>;
  /** All conversations of a shopper, closed ones too, newest first. */
  allOf(shop: string, subject: string): Promise<readonly ConversationRecord[]>;
  /**
   * Makes a visitor an alias of an account in one durable transaction: appends the batches, makes the conversations and
   * what the visitor wrote in them the account's, and lets nothing be created under the visitor again. `done` also for
   * a repeat, which changes nothing; `taken` when it is another account's alias; `stale`, and nothing changed, when a
   * batch does not fit, a conversation of the visitor has none, or the account would have two open ones.
   */
  claim(claim: ClaimRecord): Promise<'done' | 'taken' | 'stale'>;
  /** The account that a visitor is an alias of. */
  aliasOf(shop: string, visitor: string): Promise<string | undefined>;
  /** All conversations of a shop that are not closed, for projections at start. */
  open(shop: string): Promise<readonly ConversationRecord[]>;
  /** This generation of the storage. */
  epoch(): Epoch;
  close(): Promise<void>;
}
