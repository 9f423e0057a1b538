import { type CartLine, unitPrice } from '../cart.ts';
import { categoryKey, firstVariant, type Product, piecesLeft } from '../catalogue.ts';
import { element, icon } from '../element.ts';
import { gallery } from '../gallery.ts';
import { houseOf } from '../house.ts';
import { productOptions } from '../options.ts';
import { priceLine } from '../price-line.ts';
import { productTile } from '../product-tile.ts';
import { refusal } from '../refusal.ts';
import { related } from '../related.ts';
import { listPath } from '../route.ts';
import type { Page, ShopContext } from '../shop-context.ts';

/** From this many pieces on, the page does not count them. */
const FEW = 5;

/** One product: pictures, price, options, cart, and the same facts that the assistant answers from. */
export function productPage(shop: ShopContext, product: Product): Page {
  const { words, text } = shop;
  const name = text(product.title);
  let chosen = firstVariant(product);

  const price = element('p', { class: 'product-price' });
  const stock = element('p', { class: 'stock' });
  const said = element('p', { class: 'said', role: 'status' });
  const add = element('button', { type: 'button', class: 'button button-main', on: { click: addToCart } });

  function showChosen() {
    const line: CartLine = { product, variant: chosen, quantity: 1 };
    price.replaceChildren(priceLine(shop, product, unitPrice(line), true));
    const left = product.onSale === false ? 0 : piecesLeft(product, chosen);
    stock.textContent = left === undefined ? '' : stockText(left);
    stock.classList.toggle('stock-few', left !== undefined && left > 0 && left <= FEW);
    add.disabled = left === 0;
    add.textContent = left === 0 ? words.soldOut : words.add;
    said.replaceChildren();
  }
  const stockText = (left: number) => (left === 0 ? words.soldOut : left <= FEW ? words.left(left) : words.inStock);

  function addToCart() {
    const added = shop.cart.add(product.id, chosen?.id);
    said.replaceChildren(
      added.ok ? words.added(name) : refusal(words, added),
      ' ',
      element('a', { href: '/cart' }, words.cart),
    );
  }

  const options = productOptions(shop, product, chosen, (variant) => {
    chosen = variant;
    showChosen();
  });
  showChosen();

  const facts = element(
    'table',
    { class: 'facts' },
    element('caption', {}, element('span', { class: 'hidden' }, words.facts)),
    element('colgroup', {}, element('col', { class: 'facts-names' }), element('col')),
    element(
      'tbody',
      {},
      ...product.attributes.map((attribute) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, text(attribute.name)),
          element('td', {}, text(attribute.value)),
        ),
      ),
    ),
  );
  const info = element(
    'div',
    { class: 'product-info' },
    element('h1', { tabindex: '-1' }, name),
    product.summary !== undefined && element('p', { class: 'product-summary' }, text(product.summary)),
    price,
    ...options,
    element('div', { class: 'buy' }, add, stock),
    said,
    promises(shop),
    product.attributes.length > 0 && facts,
  );
  const category = product.category[0] && categoryKey(product.category[0]);
  return {
    title: name,
    content: [
      breadcrumb(shop, product, name),
      element('div', { class: 'product' }, gallery(shop, product), info),
      ...relatedTo(shop, product),
    ],
    product,
    category,
  };
}

function promises({ catalogue, locale, words }: ShopContext): HTMLElement | undefined {
  const house = houseOf(catalogue);
  if (!house) return undefined;
  const items = house.promises.map((promise) => element('li', {}, icon(promise.icon), promise.text[locale]));
  return element('ul', { class: 'promises', 'aria-label': words.promises }, ...items);
}

function relatedTo(shop: ShopContext, product: Product): readonly HTMLElement[] {
  const others = related(shop.catalogue, product);
  if (others.length === 0) return [];
  const heading = element('h2', { id: 'related' }, shop.words.related);
  const tiles = element('ul', { class: 'tiles' }, ...others.map((other) => productTile(shop, other, true)));
  return [element('section', { class: 'related', 'aria-labelledby': 'related' }, heading, tiles)];
}

function breadcrumb({ words, text }: ShopContext, product: Product, name: string): HTMLElement {
  const [top, sub] = product.category;
  const category = top === undefined ? '' : categoryKey(top);
  const links = [
    top === undefined
      ? element('a', { href: '/' }, words.home)
      : element('a', { href: listPath({ category }) }, text(top)),
    sub !== undefined && element('a', { href: listPath({ category, sub: categoryKey(sub) }) }, text(sub)),
    element('span', { 'aria-current': 'page' }, name),
  ].filter((link) => link !== false);
  const steps = links.map((link) => element('li', {}, link));
  return element('nav', { class: 'breadcrumb', 'aria-label': words.breadcrumb }, element('ol', {}, ...steps));
}
