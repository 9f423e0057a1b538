import { isName } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { type Guard, integer, isNumber, oneOf, optional, record, shape, string } from '../shape.ts';
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
});
