import { isName } from '../ids.ts';
import { type Guard, isNumber, isObject, list, oneOf, optional, shape, string } from '../shape.ts';

/** One thing the bot weighed: an answer, a product, an attribute, a flow. */
export interface TraceCandidate {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  /** 0 … 1 */
  readonly score: number;
  readonly used: boolean;
}

/**
 * How a bot turn came about. Seen by the house only: a shopper's reader gets kind `hidden` with an empty body,
 * so that numbers stay contiguous. `state` is the dialogue state after the turn; the bot resumes from the newest.
 */
export interface TraceBody {
  /** `seq` of the newest shopper event the turn answered. */
  readonly turn: number;
  readonly decision: string;
  readonly confidence: number;
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly understood?: readonly string[] | undefined;
  readonly candidates: readonly TraceCandidate[];
  /** −1 … 1, with the words that caused it. */
  readonly mood?: { readonly valence: number; readonly anger: number; readonly words: readonly string[] } | undefined;
  readonly ms?: number | undefined;
  /** Head start in the queue that came with a handoff in this turn, in milliseconds. */
  readonly headStartMs?: number | undefined;
  readonly state?: Readonly<Record<string, unknown>> | undefined;
}

/** A line that only colleagues see. */
export interface NoteBody {
  readonly text: string;
  /** Agents who are asked to look, by id. */
  readonly mentions?: readonly string[] | undefined;
  /** The shopper hears from the house by then, milliseconds since 1970: a task, done by the next line of an agent. */
  readonly due?: number | undefined;
}

/**
 * A visitor signed in: the conversation is the account's from here on. Recorded by the house, in the transaction that
 * made the visitor's principal an alias of the account's. No reader gets it.
 */
export interface ClaimedBody {
  /** The visitor's principal, which is worth nothing any more. */
  readonly visitor: string;
  readonly account: { readonly id: string; readonly name?: string | undefined };
}

/** What a shopper's reader gets in place of an event of the house. */
export type HiddenBody = Readonly<Record<string, unknown>>;

/** Guard of {@link TraceBody}. */
export const isTrace: Guard<TraceBody> = shape<TraceBody>({
  turn: isNumber,
  decision: string(60),
  confidence: isNumber,
  source: optional(string(300)),
  lang: optional(string(35)),
  understood: optional(list(string(120), 20)),
  candidates: list(
    shape<TraceCandidate>({
      kind: oneOf('answer', 'product', 'attribute', 'order', 'flow', 'intent', 'category', 'policy'),
      id: string(200),
      label: string(300),
      score: isNumber,
      used: (value): value is boolean => typeof value === 'boolean',
    }),
    20,
  ),
  mood: optional(
    shape<{ valence: number; anger: number; words: readonly string[] }>({
      valence: isNumber,
      anger: isNumber,
      words: list(string(60), 20),
    }),
  ),
  ms: optional(isNumber),
  headStartMs: optional(isNumber),
  state: optional(isObject),
});

/** Guard of {@link ClaimedBody}. */
export const isClaimed: Guard<ClaimedBody> = shape<ClaimedBody>({
  visitor: isName,
  account: shape<ClaimedBody['account']>({ id: isName, name: optional(string(80)) }),
});

/** Guard of {@link NoteBody}. */
export const isNote: Guard<NoteBody> = shape<NoteBody>({
  text: string(4000, 1),
  mentions: optional(list(isName, 20)),
  due: optional(isNumber),
});
