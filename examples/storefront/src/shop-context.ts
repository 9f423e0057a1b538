import type { Cart } from './cart.ts';
import type { Catalogue, Money, Product } from './catalogue.ts';
import type { Locale, Localized } from './localized.ts';
import type { Words } from './words.ts';

/** What every part of the page may know. */
export interface ShopContext {
  readonly catalogue: Catalogue;
  readonly cart: Cart;
  readonly locale: Locale;
  readonly words: Words;
  /** A text of the catalogue in the shopper's language. */
  text(text: Localized): string;
  money(money: Money): string;
}

/** One page: what stands in `<main>`, and what the assistant should know of it. */
export interface Page {
  readonly title: string;
  readonly content: readonly Node[];
  /** The product the page is about. */
  readonly product?: Product | undefined;
  /** Top category that the navigation marks. */
  readonly category?: string | undefined;
}
