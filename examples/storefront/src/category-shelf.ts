import { categories, categoryKey, onSale } from './catalogue.ts';
import { element } from './element.ts';
import { picture } from './picture.ts';
import { listPath } from './route.ts';
import type { ShopContext } from './shop-context.ts';

/** The categories of the shop, each with a picture and how much there is. */
export function categoryShelf({ catalogue, words, text }: ShopContext): HTMLElement {
  const products = onSale(catalogue);
  const shelf = categories(products, 0).map(({ key, name }) => {
    const within = products.filter(({ category }) => category[0] !== undefined && categoryKey(category[0]) === key);
    const shown = within.find(({ image }) => image !== undefined) ?? {};
    return element(
      'li',
      {},
      element(
        'a',
        { href: listPath({ category: key }), class: 'shelf-door' },
        element('span', { class: 'shelf-picture' }, picture(shown)),
        element('span', { class: 'shelf-name' }, text(name)),
        element('span', { class: 'tile-detail' }, words.count(within.length)),
      ),
    );
  });
  return element('nav', { 'aria-label': words.filters, class: 'shelf' }, element('ul', {}, ...shelf));
}
