import { isProductCard } from '@xiaoer/core/protocol';
import type { FocusProduct } from '../state/options.ts';

/** Address of a product's public card. */
export const productAddress = (server: string, product: string, locale: string): string =>
  `${server}/shop/products/${encodeURIComponent(product)}.json?locale=${encodeURIComponent(locale)}`;

/**
 * Title, picture and price of the product the page is about. What the page told is used as it is; otherwise the server
 * is asked once. A product that cannot be found has no strip, but questions are still about it.
 */
export async function describeProduct(server: string, focus: FocusProduct, locale: string): Promise<FocusProduct> {
  if (focus.title) return focus;
  try {
    const answer = await fetch(productAddress(server, focus.product, locale), { credentials: 'omit' });
    const card: unknown = answer.ok ? await answer.json() : null;
    return isProductCard(card)
      ? { product: focus.product, title: card.title, image: card.image, price: card.price }
      : focus;
  } catch {
    return focus;
  }
}
