import type { Localized, Product } from '@xiaoer/assistant';
import type { ProductCard } from '@xiaoer/core/protocol';
import { localize } from './field-source.ts';

/** A product in one language, as its card shows it. */
export function productCard(product: Product, locale: string, locales: readonly string[]): ProductCard {
  const text = (value: Localized) => localize(value, locale, locales);
  return {
    id: product.id,
    title: text(product.title),
    subtitle: product.summary && text(product.summary),
    image: product.image,
    url: product.url,
    price: product.price,
    was: product.was,
    tags: product.tags && product.tags.length > 0 ? product.tags.map(text) : undefined,
    stock: product.stock,
    variants: product.variants?.map(({ id, label, price, stock }) => ({ id, label: text(label), price, stock })),
    attributes:
      product.attributes.length > 0
        ? Object.fromEntries(product.attributes.map(({ name, value }) => [text(name), text(value)]))
        : undefined,
  };
}
