/** What a shopper may want of goods that are being looked at, beside naming others; the one that is meant more surely first. */
export const WISHES = ['bundle', 'brand', 'beside', 'similar', 'others', 'cheaper', 'dearer', 'any'] as const;

/** One of them. */
export type Wish = (typeof WISHES)[number];

/** How shoppers of one language speak when they choose. Shapes are of normalised text. */
export interface SellingTalk {
  readonly wishes: Readonly<Record<Wish, RegExp>>;
  /** «The cheaper one» is one of those that are shown; «something cheaper» is another. */
  readonly definite: RegExp;
  /** Adds a quality to what is being looked at: 有没有红色的, in red? */
  readonly adds: RegExp;
  /** Delight, as against a quality that is wanted. */
  readonly praise: RegExp;
  /** Two things side by side, in two groups; and what is said around each of them. */
  readonly compares: readonly RegExp[];
  readonly aside: RegExp;
  /** What it must not be; the first group that is there is the word. Global. */
  readonly without: RegExp;
  /** What the shopper tells of himself; the first group that is there is the word. */
  readonly likes: RegExp;
  readonly avoids: RegExp;
  readonly size: RegExp;
  /** Asks what is remembered of him, or to forget it. */
  readonly recall: RegExp;
  readonly forget: RegExp;
  /** Which kind of thing a wish to forget names. */
  readonly kinds: Readonly<Record<'size' | 'height' | 'weight' | 'spends', RegExp>>;
}
