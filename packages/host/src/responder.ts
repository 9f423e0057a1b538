import type { ChatEvent, ContentMap, HandoffReason, Kind, TextBody, TraceBody } from '@xiaoer/core/protocol';
import type { ConversationRecord } from './log.ts';

/** One line of an answer. */
export type ReplyLine = { readonly [K in Kind]: { readonly kind: K; readonly body: ContentMap[K] } }[Kind];

/** A bot's answer to one turn: lines, then perhaps a handoff, and how it came about. */
export interface Answer {
  readonly lines: readonly ReplyLine[];
  readonly handoff?:
    | {
        readonly reason: HandoffReason;
        /** Head start in the queue, in milliseconds. */
        readonly headStartMs?: number | undefined;
        readonly group?: string | undefined;
      }
    | undefined;
  readonly trace?: Omit<TraceBody, 'turn'> | undefined;
  /** Of a streamed answer: what stands beside the text that was streamed. */
  readonly streamed?: Pick<TextBody, 'lang' | 'source'> | undefined;
}

/**
 * An answer whose first line is a text that comes in pieces. What it returns at its end follows that line: more lines,
 * a handoff, the trace.
 */
export type StreamedAnswer = AsyncGenerator<string, Answer, void>;

/** What the bot is given. */
export interface Turn {
  readonly record: ConversationRecord;
  /**
   * The shopper's new events since the bot last spoke, oldest first: at least one, save when `returned` is set and the
   * shopper has said nothing while waiting.
   */
  readonly events: readonly ChatEvent[];
  /** Dialogue state out of the newest trace, or undefined at the start. */
  readonly state: Readonly<Record<string, unknown>> | undefined;
  /** Set when the turn is not the shopper's: the house gave the conversation back. */
  readonly returned?: HandoffReason | undefined;
  /** True once somebody else took over: the answer would be refused, so the work can stop. */
  readonly isStale: () => boolean;
}

/**
 * Something that answers shoppers: the embedded assistant, a language model, a merchant's own bot. A malformed line is
 * left out. Throwing, an answer of which nothing is left, or more than 20 s is a failure; after the second the
 * conversation is handed to a person. A streamed answer has 20 s for its first piece and 60 s for each further one.
 */
export type Responder = (turn: Turn) => Promise<Answer | StreamedAnswer> | StreamedAnswer;
