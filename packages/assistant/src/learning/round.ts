import type { HandoffReason, Reply } from '@xiaoer/core/protocol';

/** What the assistant did with a message. */
export interface Outcome {
  /**
   * `answered`: it said something on the matter. `offered`: it asked back with chips. `unknown`: it said that it does not know.
   * `person`: it brought one. `talk`: a greeting, thanks, or what a flow or a button wanted.
   */
  readonly did: 'answered' | 'offered' | 'unknown' | 'person' | 'talk';
  /** What was answered: the id of an answer, else the decision with its source (`attribute:材质`). */
  readonly given?: string | undefined;
  readonly reason?: HandoffReason | undefined;
  /** It showed goods that might be meant: that nobody complained does not say that they were. */
  readonly guessed?: true | undefined;
  /** 0 … 1 */
  readonly confidence: number;
  /** Answers that were weighed, the surest first. */
  readonly near: readonly { readonly id: string; readonly score: number }[];
}

/** One thing that a shopper said, and what came of it. */
export interface Round {
  readonly conversation: string;
  /** `seq` of the shopper's newest event in it. */
  readonly turn: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** Answer to a card. */
  readonly reply?: Reply | undefined;
  /** Product that the shopper was looking at. */
  readonly about?: string | undefined;
  readonly locale: string;
  readonly signedIn: boolean;
  /** Dialogue state before it. */
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  /** What the assistant said, in words. */
  readonly said?: string | undefined;
  /** Absent where a person had the conversation. */
  readonly outcome?: Outcome | undefined;
  /** What a person answered, the lines of one go together. */
  readonly answered?: { readonly text: string; readonly agent: string; readonly seq: number } | undefined;
  /** Replies that were laid before that person. */
  readonly laid: { readonly texts: readonly string[]; readonly ids: readonly string[] };
  /** Why the answer did not help: a low rating, the same asked again at once, a person asked for at once. */
  readonly disliked?: 'rating' | 'again' | 'person' | undefined;
  /** The shopper went on with something else, or was content. */
  readonly followed?: true | undefined;
  /** The answer that the shopper chose on a chip of it. */
  readonly chosen?: string | undefined;
}
