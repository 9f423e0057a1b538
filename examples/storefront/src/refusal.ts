import type { Added } from './cart.ts';
import type { Words } from './words.ts';

/** Why something did not go into the cart, in the shopper's words. */
export function refusal(words: Words, added: Exclude<Added, { ok: true }>): string {
  if (added.why === 'few') return words.noMore(added.left, added.inCart);
  return added.why === 'sold-out' ? words.soldOut : words.unknownProduct;
}
