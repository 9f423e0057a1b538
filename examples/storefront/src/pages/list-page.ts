import { categories, categoryKey, onSale, type Product, piecesLeft } from '../catalogue.ts';
import { categoryShelf } from '../category-shelf.ts';
import { element, icon } from '../element.ts';
import { hero } from '../hero.ts';
import { listControls } from '../list-controls.ts';
import { productTile } from '../product-tile.ts';
import { type ListRoute, listPath } from '../route.ts';
import { search } from '../search.ts';
import type { Page, ShopContext } from '../shop-context.ts';
import { sorted } from '../sort.ts';
import { xiaoer } from '../xiaoer.ts';

/** So many products are drawn at once; a large catalogue grows by a button. */
const AT_ONCE = 60;
/** Pictures of the first rows come at once, the others as they are scrolled to. */
const IN_SIGHT = 8;

const within = (level: number, key: string) => (product: Product) =>
  !key || (product.category[level] !== undefined && categoryKey(product.category[level]) === key);

/** All products, those of a category, or those that were searched for. */
export function listPage(shop: ShopContext, route: ListRoute): Page {
  const { words, text, catalogue } = shop;
  const all = onSale(catalogue);
  const inCategory = all.filter(within(0, route.category));
  const chosen = search(inCategory.filter(within(1, route.sub)), route.query);
  const top = categories(all, 0).find(({ key }) => key === route.category);
  const name = top ? text(top.name) : '';
  const title = route.query ? words.found(route.query) : name;
  const head = route.query
    ? element('h1', { class: 'list-title', tabindex: '-1' }, title)
    : hero(shop, route.category, name);

  const count = element('p', { class: 'count', role: 'status' });
  const list = element('ul', { class: 'tiles' });
  const more = element('button', { type: 'button', class: 'button', on: { click: grow } }, words.showMore);
  const empty = element(
    'div',
    { class: 'empty' },
    element('p', {}, words.nothing),
    element(
      'button',
      { type: 'button', class: 'button', on: { click: () => xiaoer('open') } },
      icon('chat'),
      words.askXiaoer,
    ),
  );

  let found: readonly Product[] = [];
  function grow() {
    const shown = list.childElementCount;
    const next = found.slice(shown, shown + AT_ONCE);
    list.append(...next.map((product, n) => productTile(shop, product, shown + n >= IN_SIGHT)));
    more.hidden = list.childElementCount === found.length;
    if (shown > 0) list.children[shown]?.querySelector('a')?.focus();
  }
  function draw({ sort, inStock }: ListRoute) {
    found = sorted(inStock ? chosen.filter((product) => piecesLeft(product, undefined) !== 0) : chosen, sort);
    count.textContent = words.count(found.length);
    list.replaceChildren();
    list.hidden = found.length === 0;
    empty.hidden = found.length > 0;
    grow();
  }

  const subs = top ? categories(inCategory, 1) : [];
  const filters = subs.length > 1 && [
    { label: words.allOf(name), sub: '' },
    ...subs.map((sub) => ({ label: text(sub.name), sub: sub.key })),
  ];
  const links = (filters || []).map(({ label, sub }) => {
    const on = sub === route.sub ? 'true' : undefined;
    return { sub, link: element('a', { class: 'filter', 'aria-current': on }, label) };
  });
  /** Order and stock stay as they are when one goes from one kind to another. */
  function point(now: ListRoute) {
    for (const { sub, link } of links) link.href = listPath({ ...now, sub, query: '' });
  }

  const controls = listControls(shop, route, (now) => {
    history.replaceState(null, '', listPath(now));
    point(now);
    draw(now);
  });
  point(route);
  draw(route);
  const atHome = !top && !route.query;
  return {
    title,
    content: [
      head,
      ...(atHome ? [categoryShelf(shop)] : []),
      ...(links.length > 0
        ? [element('nav', { 'aria-label': words.filters, class: 'filters' }, ...links.map(({ link }) => link))]
        : []),
      element('div', { class: 'list-bar' }, count, controls),
      list,
      empty,
      more,
    ],
    category: route.category,
  };
}
