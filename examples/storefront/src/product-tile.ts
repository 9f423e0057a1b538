import { firstVariant, type Product } from './catalogue.ts';
import { element } from './element.ts';
import { variantLabel } from './options.ts';
import { picture } from './picture.ts';
import { priceLine } from './price-line.ts';
import { productPath } from './route.ts';
import type { ShopContext } from './shop-context.ts';

/** One product in a list: picture, name, what it comes as, price. */
export function productTile(shop: ShopContext, product: Product, lazy = false): HTMLLIElement {
  const variant = firstVariant(product);
  const detail = variant
    ? variantLabel(shop, variant)
    : product.attributes[0] && shop.text(product.attributes[0].value);
  const soldOut = product.stock === 0;
  const tag = soldOut ? shop.words.soldOut : product.tags?.[0] && shop.text(product.tags[0]);
  return element(
    'li',
    { class: 'tile' },
    element(
      'a',
      { href: productPath(product.id) },
      element(
        'span',
        { class: 'tile-picture' },
        picture(product, { lazy }),
        tag && element('span', { class: soldOut ? 'tag tag-out' : 'tag' }, tag),
      ),
      element('span', { class: 'tile-name' }, shop.text(product.title)),
      element('span', { class: 'tile-detail' }, detail),
      priceLine(shop, product, product.price),
    ),
  );
}
