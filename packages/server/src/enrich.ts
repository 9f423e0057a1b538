import type { OrderCard, ProductCard } from '@xiaoer/core/protocol';
import type { Enrich } from '@xiaoer/host';
import { subjectOf } from './identity/subject-of.ts';
import type { Shop } from './shops/shop.ts';
import type { Uploads } from './uploads/uploads.ts';

/** Every item or, if one is missing, nothing. */
function whole<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = items.filter((item) => item !== undefined);
  return found.length === items.length ? found : undefined;
}

/**
 * Fills cards in from the shop: products in the language of who sends them, orders of the conversation's shopper only.
 * Whatever card a page or desk sent along is replaced, so that nobody shows a price of their own; so are address, size and
 * type of an attachment.
 */
export function createEnrich(shop: Shop, uploads: Pick<Uploads, 'attach'>): Enrich {
  return async (content, { subject, locale: given, author, conversation }) => {
    const locale = given ?? shop.knowledge.shop.locales[0] ?? 'en';
    const sub = subjectOf(subject);
    const order = (id: string): Promise<OrderCard | undefined> =>
      sub === undefined ? Promise.resolve(undefined) : shop.order(sub, id, locale);
    switch (content.kind) {
      case 'product': {
        const card = shop.product(content.body.product, locale);
        return card && { ...content.body, card };
      }
      case 'products': {
        const items = whole(
          content.body.items.map(({ id, reason }): ProductCard | undefined => {
            const card = shop.product(id, locale);
            return card && { ...card, reason };
          }),
        );
        return items && { ...content.body, items };
      }
      case 'order': {
        const card = await order(content.body.order);
        return card && { ...content.body, card };
      }
      case 'orders': {
        const items = whole(await Promise.all(content.body.items.map(({ id }) => order(id))));
        return items && { ...content.body, items };
      }
      case 'image':
      case 'voice':
      case 'file': {
        const { kind, body } = content;
        const { upload, name } = body;
        const stored =
          upload === undefined
            ? undefined
            : await uploads.attach(author.id, { conversation, subject }, { kind, upload, name });
        return stored && { ...body, ...stored };
      }
      default:
        return content.body as Readonly<Record<string, unknown>>;
    }
  };
}
