import { isName } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { type Guard, integer, isBoolean, isNumber, oneOf, optional, record, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** Answer to a card: which event, which button or fields. */
export interface Reply {
  /** `seq` of the event that carried the card. */
  readonly to: number;
  readonly value?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** Where an answer is from, shown under it. */
export interface Source {
  readonly kind: 'answer' | 'product' | 'order' | 'catalogue' | 'policy' | 'flow' | 'agent';
  readonly label: string;
  readonly url?: string | undefined;
  /** 0 … 1 */
  readonly confidence?: number | undefined;
}

/**
 * A message in words. The markup is small and safe, never HTML: `**bold**`, `*italic*`, `` `code` ``,
 * `- ` list lines, `[label](address)` and bare http addresses.
 */
export interface TextBody {
  readonly text: string;
  /** Language of the text (BCP 47) where it is known. */
  readonly lang?: string | undefined;
  /** The product the shopper was asking about. */
  readonly about?: { readonly product: string } | undefined;
  readonly reply?: Reply | undefined;
  /** `seq` of a quoted message. */
  readonly quote?: number | undefined;
  readonly source?: Source | undefined;
  /**
   * The opening of a reply that is still being written: `text` is its beginning, `delta` signals bring the rest as it
   * comes, and one event of kind `final` has the whole. Of the bot alone.
   */
  readonly streaming?: boolean | undefined;
}

/** Why a streamed reply ended before its own end. */
export type Cut = 'silent' | 'failed' | 'taken' | 'limit';

/** The end of a streamed reply: stands for the opening in every view from here on. Exactly one follows each opening. */
export interface FinalBody {
  /** `seq` of the opening. */
  readonly of: number;
  /** The whole text. */
  readonly text: string;
  readonly lang?: string | undefined;
  readonly source?: Source | undefined;
  /**
   * Absent when it is whole. `silent`: nothing came for 60 s; `failed`: whoever wrote it broke off; `taken`: somebody
   * else speaks now; `limit`: it grew longer than a text may be.
   */
  readonly cut?: Cut | undefined;
}

/** Guard of {@link Reply}. */
export const isReply: Guard<Reply> = shape<Reply>({
  to: integer(1),
  value: optional(string(500)),
  values: optional(record(string(2000), 20)),
});

/** Guard of {@link Source}. */
export const isSource: Guard<Source> = shape<Source>({
  kind: oneOf('answer', 'product', 'order', 'catalogue', 'policy', 'flow', 'agent'),
  label: string(200),
  url: optional(isSafeUrl),
  confidence: optional(isNumber),
});

/** Guard of {@link TextBody}. */
export const isText: Guard<TextBody> = shape<TextBody>({
  text: string(LIMITS.textChars, 1),
  lang: optional(string(35)),
  about: optional(shape<{ readonly product: string }>({ product: isName })),
  reply: optional(isReply),
  quote: optional(integer(1)),
  source: optional(isSource),
  streaming: optional(isBoolean),
});

/** Guard of {@link FinalBody}. */
export const isFinal: Guard<FinalBody> = shape<FinalBody>({
  of: integer(1),
  text: string(LIMITS.textChars, 1),
  lang: optional(string(35)),
  source: optional(isSource),
  cut: optional(oneOf('silent', 'failed', 'taken', 'limit')),
});
