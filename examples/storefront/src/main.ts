import { createCart } from './cart.ts';
import { type Catalogue, loadCatalogue, type Product } from './catalogue.ts';
import { element } from './element.ts';
import { footer } from './footer.ts';
import { type HeaderState, header } from './header.ts';
import { kept } from './kept.ts';
import { type Locale, localeFor, pick } from './localized.ts';
import { formatMoney } from './money.ts';
import { cartPage } from './pages/cart-page.ts';
import { listPage } from './pages/list-page.ts';
import { ordersPage } from './pages/orders-page.ts';
import { productPage } from './pages/product-page.ts';
import { refusal } from './refusal.ts';
import { followLinks, listPath, productPath, routeOf } from './route.ts';
import type { Page, ShopContext } from './shop-context.ts';
import { createSignIn, openSignIn } from './sign-in.ts';
import { words } from './words.ts';
import { xiaoer } from './xiaoer.ts';

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element with the id ${id}`);
  return found;
};

const language = kept<string>('storefront:language', (stored) => (typeof stored === 'string' ? stored : ''));

/** The languages asked for by `?lang=`, chosen before, and of the browser, in this order. */
const spoken = (): readonly string[] =>
  [new URLSearchParams(location.search).get('lang'), language.get(), ...navigator.languages].filter(
    (wish): wish is string => wish !== null && wish !== '',
  );

/** The first of the languages spoken that the shop has, or the shop's own. */
function firstLocale({ shop }: Catalogue): Locale {
  const has = (wish: string) => shop.locales.some((own) => localeFor(own) === localeFor(wish));
  return localeFor(spoken().find(has) ?? shop.locales[0] ?? 'en');
}

// The widget's launcher is named in the page's language before the catalogue has come.
document.documentElement.lang = localeFor(spoken()[0] ?? document.documentElement.lang);

function start(catalogue: Catalogue): void {
  let locale = firstLocale(catalogue);
  const bothLanguages = new Set(catalogue.shop.locales.map(localeFor)).size > 1;
  const products = new Map(catalogue.products.map((product) => [product.id, product]));

  /** Draws anew what a change concerns: the page that shows it, elsewhere only the header. */
  const refresh = (page: 'cart' | 'orders') => show(routeOf(new URL(location.href)).page === page ? 'here' : 'header');
  const cart = createCart(catalogue, () => refresh('cart'));
  const signIn = createSignIn(catalogue.signIn, () => refresh('orders'));

  const context = (): ShopContext => ({
    catalogue,
    cart,
    locale,
    words: words[locale],
    text: (text) => pick(text, locale),
    money: (money) => formatMoney(money, locale),
  });

  function page(shop: ShopContext): Page {
    const route = routeOf(new URL(location.href));
    if (route.page === 'list') return listPage(shop, route);
    if (route.page === 'cart') return cartPage(shop);
    if (route.page === 'orders' && signIn.offered)
      return ordersPage(shop, signIn, () => openSignIn(shop.words, signIn));
    const product = route.page === 'product' ? products.get(route.id) : undefined;
    if (product) return productPage(shop, product);
    const says = route.page === 'product' ? shop.words.unknownProduct : shop.words.missing;
    const heading = element('h1', { class: 'list-title', tabindex: '-1' }, says);
    return { title: says, content: [heading, element('a', { href: '/', class: 'button' }, shop.words.toTheShop)] };
  }

  let category: string | undefined;

  /** `header` redraws what counts and greets; `here` the page in place; `forward` and `back` come to another page. */
  function show(how: 'first' | 'header' | 'here' | 'forward' | 'back'): void {
    const shop = context();
    const focused = document.activeElement?.id;
    if (how !== 'header') {
      const { title, content, product, category: shown } = page(shop);
      category = shown;
      document.documentElement.lang = locale;
      document.title = [title, shop.text(catalogue.shop.name)].filter(Boolean).join(' | ');
      part('skip').textContent = shop.words.skip;
      part('footer').replaceChildren(footer(shop));
      part('content').replaceChildren(...content);
      tellXiaoer(product);
    }
    part('header').replaceChildren(...header(shop, headerState()));
    if (how === 'forward' || how === 'back') {
      // On the way back the browser restores the scroll position itself.
      if (how === 'forward') scrollTo(0, 0);
      part('content').querySelector('h1')?.focus({ preventScroll: true });
    } else if (how === 'here') {
      const again = focused ? document.getElementById(focused) : null;
      const usable = again instanceof HTMLButtonElement && !again.disabled ? again : null;
      (usable ?? part('content').querySelector('h1'))?.focus({ preventScroll: true });
    }
  }

  const headerState = (): HeaderState => {
    const route = routeOf(new URL(location.href));
    return {
      category,
      query: route.page === 'list' ? route.query : '',
      own: route.page === 'cart' || route.page === 'orders' ? route.page : undefined,
      signIn,
      search: (query) => go(listPath({ query: query.trim() })),
      switchLanguage: bothLanguages ? switchLanguage : null,
    };
  };

  function switchLanguage() {
    locale = locale === 'en' ? 'zh-CN' : 'en';
    language.set(locale);
    const url = new URL(location.href);
    url.searchParams.delete('lang');
    history.replaceState(null, '', url);
    show('here');
  }

  let told = '';

  /** What the shopper looks at, so that «is this one washable?» needs no name. */
  function tellXiaoer(product: Product | undefined) {
    const focus = product && {
      product: product.id,
      title: pick(product.title, locale),
      image: product.image,
      price: product.price,
    };
    const update = { locale, focus: focus ?? null };
    const text = JSON.stringify(update);
    if (text !== told) xiaoer('update', update);
    told = text;
  }

  const go = followLinks(show);

  xiaoer('on', 'cart:add', (asked: { product: { id: string }; variant?: string; quantity?: number }) => {
    const added = cart.add(asked.product.id, asked.variant, asked.quantity ?? 1);
    return added.ok ? { ok: true } : { ok: false, reason: refusal(words[locale], added) };
  });
  xiaoer('on', 'product:view', (asked: { product: { id: string } }) => {
    if (!products.has(asked.product.id)) return { ok: false, reason: words[locale].unknownProduct };
    go(productPath(asked.product.id));
    return { ok: true };
  });

  if (new URLSearchParams(location.search).has('lang')) language.set(locale);
  show('first');
  signIn.start();
}

loadCatalogue().then(start, (error: unknown) => {
  const says = words[localeFor(navigator.language)].broken;
  part('content').replaceChildren(element('p', { role: 'alert', class: 'empty' }, says));
  console.error(error);
});
