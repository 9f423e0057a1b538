import type { Money, Product } from './catalogue.ts';
import { element } from './element.ts';
import type { ShopContext } from './shop-context.ts';

/** A price, and the one before where it belongs to that price. Screen readers hear which is which. */
export function priceLine({ money, words }: ShopContext, product: Product, price: Money, withSaving = false) {
  const { was } = product;
  const reduced = was && price.amount === product.price.amount && was.amount > price.amount ? was : undefined;
  return element(
    'span',
    { class: 'price-line' },
    element('span', { class: 'hidden' }, `${words.price} `),
    element('span', { class: 'price' }, money(price)),
    reduced && element('span', { class: 'hidden' }, ` ${words.before} `),
    reduced && element('s', { class: 'was' }, money(reduced)),
    reduced &&
      withSaving &&
      element(
        'span',
        { class: 'saving' },
        words.less(money({ amount: reduced.amount - price.amount, currency: price.currency })),
      ),
  );
}
