import { categories, categoryKey, onSale, type Product, search } from '../catalogue.ts';
import { element } from '../element.ts';
import { hero } from '../hero.ts';
import { productTile } from '../product-tile.ts';
import { listPath, type Route } from '../route.ts';
import type { Page, ShopContext } from '../shop-context.ts';

/** So many products are drawn at once; a large catalogue grows by a button. */
const AT_ONCE = 48;

/** All products, those of a category, or those that were searched for. */
export function listPage(shop: ShopContext, route: Extract<Route, { page: 'list' }>): Page {
  const { words, text, catalogue } = shop;
  const all = onSale(catalogue);
  const within = (level: number, key: string) => (product: Product) =>
    !key || (product.category[level] !== undefined && categoryKey(product.category[level]) === key);
  const inCategory = all.filter(within(0, route.category));
  const found = search(inCategory.filter(within(1, route.sub)), route.query);
  const top = categories(all, 0).find(({ key }) => key === route.category);
  const name = top ? text(top.name) : '';

  const title = route.query ? words.found(route.query) : name;
  const head = route.query
    ? element('h1', { class: 'list-title', tabindex: '-1' }, title)
    : hero(shop, route.category, name);

  const filters = top
    ? [
        { label: words.allOf(name), path: listPath({ category: top.key }), on: !route.sub },
        ...categories(inCategory, 1).map((sub) => ({
          label: text(sub.name),
          path: listPath({ category: top.key, sub: sub.key }),
          on: sub.key === route.sub,
        })),
      ]
    : [
        { label: words.all, path: '/', on: !route.query },
        ...categories(all, 0).map(({ key, name }) => ({
          label: text(name),
          path: listPath({ category: key }),
          on: false,
        })),
      ];
  const bar = element(
    'div',
    { class: 'filter-bar' },
    element(
      'nav',
      { 'aria-label': words.filters, class: 'filters' },
      ...filters.map(({ label, path, on }) =>
        element('a', { href: path, class: 'filter', 'aria-current': on ? 'true' : undefined }, label),
      ),
    ),
    element('p', { class: 'count' }, words.count(found.length)),
  );

  const list = element('ul', { class: 'tiles' });
  const more = element('button', { type: 'button', class: 'button', on: { click: grow } }, words.showMore);
  function grow() {
    const shown = list.childElementCount;
    list.append(...found.slice(shown, shown + AT_ONCE).map((product) => productTile(shop, product)));
    more.hidden = list.childElementCount === found.length;
    if (shown > 0) list.children[shown]?.querySelector('a')?.focus();
  }
  grow();
  return {
    title,
    content: [head, bar, found.length > 0 ? list : element('p', { class: 'empty' }, words.nothing), more],
    category: route.category,
  };
}
