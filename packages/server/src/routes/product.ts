import type { Shop } from '../shops/shop.ts';
import { isReading, type Route, sendJson, sendText } from './route.ts';

const PLACE = /^\/shop\/products\/([^/]+)\.json$/;

/** The id as it is spelt in an address; undefined for a spelling that is none. */
function spelt(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/**
 * `/shop/products/ID.json?locale=…`: the public card of one product. Pages on other origins read it for the widget, and
 * it holds nothing that is not in the catalogue, so anybody may.
 */
export const productRoute =
  (shop: Shop): Route =>
  (exchange) => {
    const written = PLACE.exec(exchange.url.pathname)?.[1];
    if (written === undefined) return false;
    if (!isReading(exchange)) return true;
    exchange.response.setHeader('Access-Control-Allow-Origin', '*');
    exchange.response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const id = spelt(written);
    const locale = exchange.url.searchParams.get('locale') ?? shop.knowledge.shop.locales[0] ?? 'en';
    const card = id === undefined ? undefined : shop.product(id, locale);
    return card ? sendJson(exchange, 200, card) : sendText(exchange, 404, 'There is no such product.');
  };
