import type { Product } from '@xiaoer/assistant';
import type { ShopFolder } from './load-folder.ts';
import type { OrderChanges } from './order-changes.ts';
import { productCard } from './product-card.ts';
import type { Shop } from './shop.ts';
import { canChangeAddress, orderCard, type ShopOrder } from './shop-order.ts';

/** A shop out of a folder of exported files. What shoppers change is kept in our database, never in the files. */
export function createFolderShop(folder: ShopFolder, changes: OrderChanges): Shop {
  const { knowledge } = folder;
  const { locales } = knowledge.shop;
  const products = new Map<string, Product>(knowledge.products.map((product) => [product.id, product]));
  const orders = new Map<string, ShopOrder[]>();
  for (const order of [...folder.orders].sort((a, b) => b.placedAt - a.placedAt))
    orders.set(order.subject, [...(orders.get(order.subject) ?? []), order]);
  const find = (subject: string, id: string) => orders.get(subject)?.find((order) => order.id === id);
  const card = (order: ShopOrder, locale: string) =>
    orderCard(order, changes.address(order.subject, order.id), locale, locales);

  const byNumber = new Map<string, ShopOrder>();
  for (const order of folder.orders) byNumber.set(order.number.toUpperCase().replace(/[^A-Z0-9]/g, ''), order);

  return {
    id: knowledge.shop.id,
    knowledge,
    product(id, locale) {
      const product = products.get(id);
      return product && productCard(product, locale, locales);
    },
    async shopper(subject) {
      const { level, region } = folder.shoppers.get(subject) ?? {};
      return { level, region };
    },
    async orders(subject, locale) {
      return (orders.get(subject) ?? []).map((order) => card(order, locale));
    },
    async orderByNumber(number) {
      const order = byNumber.get(number);
      // As it was ordered, not as it was changed in a chat since; a number that is masked reaches nobody.
      const phone = order?.address?.phone;
      if (!order || phone === undefined || phone.includes('*')) return undefined;
      return { subject: order.subject, id: order.id, number: order.number, contact: { phone } };
    },
    async order(subject, id, locale) {
      const order = find(subject, id);
      return order && card(order, locale);
    },
    async changeAddress(subject, id, address, key, locale) {
      const order = find(subject, id);
      if (!order) return { error: 'not-found' };
      if (!canChangeAddress(order)) return { error: 'too-late' };
      const kept = await changes.change(subject, id, address, key);
      return { order: orderCard(order, kept, locale, locales) };
    },
  };
}
