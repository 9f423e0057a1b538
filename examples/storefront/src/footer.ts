import { categories, onSale } from './catalogue.ts';
import { element } from './element.ts';
import { houseOf } from './house.ts';
import { listPath } from './route.ts';
import type { ShopContext } from './shop-context.ts';

/** What stands below every page: what the shop promises, and its categories once more. */
export function footer({ catalogue, words, text, locale }: ShopContext): HTMLElement {
  const promises = houseOf(catalogue)?.promises.map((promise) => element('li', {}, promise.text[locale])) ?? [];
  const links = categories(onSale(catalogue), 0).map(({ key, name }) =>
    element('li', {}, element('a', { href: listPath({ category: key }) }, text(name))),
  );
  return element(
    'div',
    { class: 'footer-row' },
    element(
      'div',
      { class: 'footer-words' },
      promises.length > 0 && element('ul', {}, ...promises),
      element('p', {}, words.footer),
    ),
    element('nav', { 'aria-label': words.allCategories }, element('ul', {}, ...links)),
  );
}
