import type { ShopFolder } from '../shops/load-folder.ts';
import { productCard } from '../shops/product-card.ts';
import { isReading, type Route, sendJson } from './route.ts';

/**
 * `/shop/catalogue.json`: what anybody may see of the shop, `{ shop: { id, name, currency, locales, timeZone }, products, signIn }`.
 * Texts are by language as in the shop's folder; with `?locale=` they are in that language and the products are cards.
 * `signIn` says whether this server has the demonstration sign-in.
 */
export const catalogueRoute =
  ({ knowledge, currency }: Pick<ShopFolder, 'knowledge' | 'currency'>, signIn: boolean): Route =>
  (exchange) => {
    if (exchange.url.pathname !== '/shop/catalogue.json') return false;
    if (!isReading(exchange)) return true;
    const { id, name, locales, timeZone } = knowledge.shop;
    const locale = exchange.url.searchParams.get('locale');
    const products =
      locale === null
        ? knowledge.products
        : knowledge.products
            .filter(({ onSale }) => onSale !== false)
            .map((product) => productCard(product, locale, locales));
    return sendJson(exchange, 200, { shop: { id, name, currency, locales, timeZone }, products, signIn });
  };
