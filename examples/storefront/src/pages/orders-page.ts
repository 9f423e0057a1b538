import { element } from '../element.ts';
import { orderView } from '../order-view.ts';
import { loadOrders } from '../orders.ts';
import type { Page, ShopContext } from '../shop-context.ts';
import type { SignIn } from '../sign-in.ts';

/** The orders of the shopper who is signed in; anybody else is asked to sign in, by `ask`. */
export function ordersPage(shop: ShopContext, signIn: SignIn, ask: () => void): Page {
  const { words } = shop;
  const heading = (text: string) => element('h1', { class: 'list-title', tabindex: '-1' }, text);
  const { shopper } = signIn;
  if (!shopper) {
    const enter = element('button', { type: 'button', class: 'button button-main', on: { click: ask } }, words.signIn);
    const empty = element('div', { class: 'empty' }, element('p', {}, words.ordersNeedSignIn), enter);
    return { title: words.orders, content: [heading(words.orders), empty] };
  }

  const place = element('div', { class: 'orders' });
  function load() {
    place.replaceChildren(element('p', { class: 'empty', role: 'status' }, words.ordersLoading));
    place.setAttribute('aria-busy', 'true');
    signIn
      .token()
      .then((token) => loadOrders(token, shop.locale))
      .then(
        (orders) => {
          const list = element(
            'ul',
            { class: 'order-list' },
            ...orders.map((order) => orderView(shop, order, signIn.ask)),
          );
          place.replaceChildren(orders.length > 0 ? list : element('p', { class: 'empty' }, words.noOrders));
        },
        () => {
          const again = element('button', { type: 'button', class: 'button', on: { click: load } }, words.retry);
          const problem = element('p', { role: 'alert' }, words.ordersFailed);
          place.replaceChildren(element('div', { class: 'empty' }, problem, again));
        },
      )
      .finally(() => place.removeAttribute('aria-busy'));
  }
  load();
  return { title: words.orders, content: [heading(words.ordersOf(words.demoShoppers[shopper.sub])), place] };
}
