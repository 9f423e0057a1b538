import type { KnowledgeSource } from '@xiaoer/assistant';
import { productCard } from '../shops/product-card.ts';
import { isReading, type Route, sendJson } from './route.ts';

/**
 * `/shop/catalogue.json`: what anybody may see of the shop, `{ shop: { id, name, currency, locales }, products }`.
 * Texts are by language as in the shop's folder; with `?locale=` they are in that language and the products are cards.
 */
export const catalogueRoute =
  (knowledge: KnowledgeSource, currency: string): Route =>
  (exchange) => {
    if (exchange.url.pathname !== '/shop/catalogue.json') return false;
    if (!isReading(exchange)) return true;
    const { id, name, locales } = knowledge.shop;
    const locale = exchange.url.searchParams.get('locale');
    const products =
      locale === null
        ? knowledge.products
        : knowledge.products
            .filter(({ onSale }) => onSale !== false)
            .map((product) => productCard(product, locale, locales));
    return sendJson(exchange, 200, { shop: { id, name, currency, locales }, products });
  };
