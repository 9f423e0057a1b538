/** What a provider is told, in one language. */
export interface Prompts {
  /** What the parts of an order are called. */
  readonly order: { readonly items: string; readonly total: string; readonly placed: string };
  /** Who it works for, and that what is marked is data. `{shop}` is the shop's name. */
  readonly frame: string;
  readonly rank: string;
  readonly answer: string;
  readonly rewrite: string;
  /** Above the marked block, by what is in it. */
  readonly data: string;
  /** After it: what is to be written now. */
  readonly now: { readonly rank: string; readonly answer: string; readonly rewrite: string };
}
