import { categories, onSale } from './catalogue.ts';
import { element, icon } from './element.ts';
import { listPath } from './route.ts';
import type { ShopContext } from './shop-context.ts';
import { openSignIn, type SignIn } from './sign-in.ts';

/** What the header shows beside the shop itself. */
export interface HeaderState {
  readonly category: string | undefined;
  readonly query: string;
  /** Which page of the shopper's own is open. */
  readonly own: 'cart' | 'orders' | undefined;
  readonly signIn: SignIn;
  /** Goes to the list of what was searched for. */
  search(query: string): void;
  /** Shows everything in the other language; null for a shop with one language. */
  readonly switchLanguage: (() => void) | null;
}

/** Name, categories, search, sign-in, cart and language. */
export function header(shop: ShopContext, state: HeaderState): readonly Node[] {
  const { words, text, catalogue, cart } = shop;
  const [first = '', ...rest] = names(shop);
  const brand = element(
    'a',
    { href: '/', class: 'brand' },
    element('span', { class: 'brand-name' }, first),
    ...rest.map((name) => element('span', { class: 'brand-second' }, name)),
  );
  const nav = element(
    'nav',
    { class: 'categories', 'aria-label': words.categories },
    ...categories(onSale(catalogue), 0).map(({ key, name }) =>
      element(
        'a',
        { href: listPath({ category: key }), 'aria-current': key === state.category ? 'page' : undefined },
        text(name),
      ),
    ),
  );

  const field = element('input', {
    type: 'search',
    name: 'q',
    value: state.query,
    'aria-label': words.searchFor,
    placeholder: words.searchFor,
    autocomplete: 'off',
  });
  const form = element(
    'form',
    {
      action: '/',
      role: 'search',
      class: 'search',
      id: 'search',
      hidden: state.query === '',
      on: {
        submit: (event) => {
          event.preventDefault();
          state.search(field.value);
        },
      },
    },
    field,
    element('button', { class: 'button' }, words.search),
  );
  const searchButton = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': words.search,
      'aria-expanded': String(!form.hidden),
      'aria-controls': 'search',
      on: {
        click: () => {
          form.hidden = !form.hidden;
          searchButton.setAttribute('aria-expanded', String(!form.hidden));
          if (!form.hidden) field.focus();
        },
      },
    },
    icon('search'),
  );

  const { signIn } = state;
  const signInButton = element(
    'button',
    {
      type: 'button',
      class: 'text-button',
      'aria-haspopup': 'dialog',
      on: {
        click: () => openSignIn(words, signIn),
      },
    },
    icon('person'),
    element('span', {}, signIn.shopper ? words.demoShoppers[signIn.shopper.sub] : words.signIn),
  );
  const orders = element(
    'a',
    { href: '/orders', class: 'text-button', 'aria-current': state.own === 'orders' ? 'page' : undefined },
    icon('parcel'),
    element('span', {}, words.orders),
  );
  const language = element(
    'button',
    {
      type: 'button',
      class: 'text-button language',
      lang: words.otherLanguage.short === 'EN' ? 'en' : 'zh-CN',
      title: words.otherLanguage.name,
      on: { click: () => state.switchLanguage?.() },
    },
    words.otherLanguage.short,
  );
  const actions = element(
    'div',
    { class: 'actions' },
    searchButton,
    signIn.offered && signInButton,
    signIn.offered && orders,
    element(
      'a',
      {
        href: '/cart',
        class: 'cart-link',
        'aria-label': words.cartCount(cart.count),
        'aria-current': state.own === 'cart' ? 'page' : undefined,
      },
      icon('cart'),
      element('span', {}, String(cart.count)),
    ),
    state.switchLanguage && language,
  );
  return [element('div', { class: 'header-row' }, brand, nav, actions), form];
}

/** The shop's name; a shop with two languages shows both, as on a signboard. */
function names({ catalogue }: ShopContext): readonly string[] {
  const { name } = catalogue.shop;
  return typeof name === 'string' ? [name] : [...new Set(Object.values(name))].slice(0, 2);
}
