import { type CartLine, unitPrice } from '../cart.ts';
import { piecesLeft } from '../catalogue.ts';
import { element, icon } from '../element.ts';
import { houseOf, shippingOf } from '../house.ts';
import { variantLabel } from '../options.ts';
import { picture } from '../picture.ts';
import { productPath } from '../route.ts';
import type { Page, ShopContext } from '../shop-context.ts';

/** The cart. It is drawn anew at every change; ids let the focus find its button again. */
export function cartPage(shop: ShopContext): Page {
  const { words, cart } = shop;
  const heading = element('h1', { class: 'list-title', tabindex: '-1' }, words.cart);
  const { lines } = cart;
  if (lines.length === 0) {
    const empty = element(
      'div',
      { class: 'empty' },
      element('p', {}, words.cartEmpty),
      element('a', { href: '/', class: 'button button-main' }, words.toTheShop),
    );
    return { title: words.cart, content: [heading, empty] };
  }
  const sum = element(
    'div',
    { class: 'cart-sum' },
    ...sums(shop),
    element('p', { class: 'cart-note' }, words.noCheckout),
  );
  const list = element('ul', { class: 'cart-lines' }, ...lines.map((line) => cartLine(shop, line)));
  return { title: words.cart, content: [heading, element('div', { class: 'cart' }, list, sum)] };
}

/** What is to be paid; with the parcel where the house says what it costs. */
function sums({ words, money, cart, catalogue }: ShopContext): readonly HTMLElement[] {
  const row = (name: string, value: string) =>
    element('p', { class: 'cart-row' }, element('span', {}, name), element('span', {}, value));
  const total = (amount: string) =>
    element('p', { class: 'cart-total' }, element('span', {}, words.total), element('strong', {}, amount));
  const house = houseOf(catalogue);
  if (!house) return [total(money(cart.total))];
  const { fee, missing } = shippingOf(house, cart.total);
  return [
    row(words.goods, money(cart.total)),
    row(words.shipping, fee.amount > 0 ? money(fee) : words.free),
    ...(missing.amount > 0 ? [element('p', { class: 'cart-hint' }, words.untilFree(money(missing)))] : []),
    total(money({ amount: cart.total.amount + fee.amount, currency: fee.currency })),
  ];
}

function cartLine(shop: ShopContext, line: CartLine): HTMLLIElement {
  const { words, text, money, cart } = shop;
  const { product, variant, quantity } = line;
  const option = variant && variantLabel(shop, variant);
  const name = option ? `${text(product.title)} ${option}` : text(product.title);
  const key = variant?.id ?? product.id;
  const left = piecesLeft(product, variant);
  const price = unitPrice(line);

  const step = (id: string, label: string, by: 1 | -1, disabled: boolean) =>
    element(
      'button',
      {
        type: 'button',
        class: 'step',
        id: `${id}-${key}`,
        'aria-label': label,
        disabled,
        on: { click: () => cart.change(line, quantity + by) },
      },
      icon(by === 1 ? 'more' : 'less'),
    );
  return element(
    'li',
    { class: 'cart-line' },
    element(
      'a',
      { href: productPath(product.id), class: 'cart-thumb', tabindex: '-1', 'aria-hidden': 'true' },
      picture(product),
    ),
    element(
      'div',
      { class: 'cart-what' },
      element('a', { href: productPath(product.id), class: 'tile-name' }, text(product.title)),
      option && element('span', { class: 'tile-detail' }, option),
      element('span', { class: 'tile-detail' }, money(price)),
    ),
    element(
      'div',
      { class: 'stepper', role: 'group', 'aria-label': words.quantityOf(name) },
      step('less', words.oneLess(name), -1, quantity === 1),
      element('output', { 'aria-live': 'polite' }, String(quantity)),
      step('more', words.oneMore(name), 1, left !== undefined && quantity >= left),
    ),
    element('span', { class: 'cart-line-sum' }, money({ amount: price.amount * quantity, currency: price.currency })),
    element(
      'button',
      {
        type: 'button',
        class: 'link-button',
        'aria-label': words.removeLine(name),
        on: { click: () => cart.change(line, 0) },
      },
      words.remove,
    ),
  );
}
