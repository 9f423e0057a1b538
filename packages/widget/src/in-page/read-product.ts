import type { Product, SizeRow, Variant } from '@xiaoer/assistant/page';
import { isMoney, isName, isObject } from '@xiaoer/core/protocol';
import { address, isText, type Read, texts } from './read-rows.ts';

const PRICE = '"price" must be { "amount": 89900, "currency": "CNY" }, in whole minor units';

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const count = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 ? Math.floor(value) : undefined;

const range = (value: unknown): readonly [number, number] | undefined =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')
    ? (value as [number, number])
    : undefined;

/** Reads a product, in the shape of `products.json`. */
export function readProduct(row: Readonly<Record<string, unknown>>, file: string): Read<Product> {
  const { id, title, summary, brand, price, was, image, url } = row;
  if (!isName(id)) return '"id" must be a text without spaces and quotes';
  if (!isText(title)) return `product "${id}" has no "title"`;
  if (!isMoney(price)) return `of product "${id}" ${PRICE}`;
  const variants = objects(row['variants']).flatMap((one): Variant[] =>
    typeof one['id'] === 'string' && isText(one['label'])
      ? [
          {
            id: one['id'],
            label: one['label'],
            price: isMoney(one['price']) ? one['price'] : undefined,
            stock: count(one['stock']),
          },
        ]
      : [],
  );
  const counted = variants.length > 0 && variants.every(({ stock }) => stock !== undefined);
  const sizes = objects(row['sizes']).flatMap(({ size, height, weight }): SizeRow[] =>
    typeof size === 'string' ? [{ size, height: range(height), weight: range(weight) }] : [],
  );
  const goesWith = texts(row['goesWith']).filter((one) => typeof one === 'string');
  return {
    id,
    title,
    summary: isText(summary) ? summary : undefined,
    category: texts(row['category']),
    brand: isText(brand) ? brand : undefined,
    keywords: texts(row['keywords']),
    tags: texts(row['tags']),
    price,
    was: isMoney(was) && was.amount > price.amount ? was : undefined,
    stock: count(row['stock']) ?? (counted ? variants.reduce((sum, { stock = 0 }) => sum + stock, 0) : undefined),
    image: address(image, file),
    url: address(url, file),
    attributes: objects(row['attributes']).flatMap(({ name, value }) =>
      isText(name) && isText(value) ? [{ name, value }] : [],
    ),
    variants: variants.length > 0 ? variants : undefined,
    sizes: sizes.length > 0 ? sizes : undefined,
    ...(goesWith.length > 0 ? { goesWith } : {}),
    onSale: row['onSale'] === false ? false : undefined,
  };
}
