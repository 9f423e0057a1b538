import { element } from './element.ts';
import type { ListRoute } from './route.ts';
import type { ShopContext } from './shop-context.ts';
import { isSortKey, SORT_KEYS } from './sort.ts';

/** Order of a list, and whether what is sold out is left out. `change` hears of both at once, in place. */
export function listControls({ words }: ShopContext, route: ListRoute, change: (now: ListRoute) => void): HTMLElement {
  const options = SORT_KEYS.map((key) =>
    element('option', { value: key, selected: key === route.sort }, words.sorts[key]),
  );
  const sort = element('select', { class: 'sort', on: { change: tell } }, ...options);
  const inStock = element('input', { type: 'checkbox', checked: route.inStock, on: { change: tell } });
  function tell() {
    change({ ...route, sort: isSortKey(sort.value) ? sort.value : 'featured', inStock: inStock.checked });
  }
  return element(
    'div',
    { class: 'list-controls' },
    element('label', { class: 'check' }, inStock, words.inStockOnly),
    element('label', { class: 'sort-label' }, element('span', {}, words.sort), sort),
  );
}
