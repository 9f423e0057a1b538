import type { Content, Cut, FileType, Participant } from '../protocol/index.ts';

/**
 * How an own message stands. `uploading`: its file waits or is on its way, see `progress`; the message follows. `queued`:
 * waits for the link. `sending`: on its way. `sent`: in the log or acked. `failed`: refused, with `error`. `expired`: older
 * than a day, can be sent again.
 */
export type DeliveryStatus = 'uploading' | 'queued' | 'sending' | 'sent' | 'failed' | 'expired';

/** An own attachment as this device still has it, so that it can be shown before anybody can fetch it. */
export interface LocalFile {
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** The whole content; undefined when it is no longer here. */
  bytes(): Promise<Uint8Array | undefined>;
}

/** One row of the timeline: an event of the log, or an op of the outbox after the last event. */
export interface TimelineItem {
  /** Stable from first drawing to the end: the op's author and id. */
  readonly key: string;
  readonly id: string;
  /** Absent while the op is not in the log. */
  readonly seq?: number | undefined;
  /** Server time, or for an op the local time of writing; for showing only. */
  readonly at: number;
  readonly from: Participant;
  readonly mine: boolean;
  /**
   * What the client itself reads of a body is checked: the text and its reply, the answers of a form, ratings, marks
   * and handoffs. `unknown` is one that fails. Other bodies, and kinds that this version does not know, stand here as
   * the server sent them: whoever draws one checks it first, by `readContent` of `@xiaoer/core/protocol`, and an avatar
   * by `isSafeUrl`.
   */
  readonly content: Content;
  /** Of own messages. */
  readonly status?: DeliveryStatus | undefined;
  /** Code of a refusal. */
  readonly error?: string | undefined;
  /** While `uploading`: how much of its file the server has, 0 … 1. */
  readonly progress?: number | undefined;
  /** Of an own attachment until it is in the log; absent where `attachments` is not in use. */
  readonly local?: LocalFile | undefined;
  /** Kept in memory only: it dies with the page. */
  readonly unsaved?: boolean | undefined;
  /** A reply that is still being written: its text grows in place, and more comes (rule 15). */
  readonly streaming?: boolean | undefined;
  /** Why a streamed reply ended before its own end; the text is what was said until then. */
  readonly cut?: Cut | undefined;
  /** Taken back by its author. Its words are gone: the content is `unknown`. */
  readonly retracted?: boolean | undefined;
  /**
   * Value of the button pressed on this card, `'sent'` for a form that was filled in, the score for a rating, or `''`
   * for a card that was answered in other words.
   */
  readonly answer?: string | undefined;
}
