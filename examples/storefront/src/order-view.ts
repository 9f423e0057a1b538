import { element, icon } from './element.ts';
import type { Order, OrderStep } from './orders.ts';
import { picture } from './picture.ts';
import { productPath } from './route.ts';
import type { ShopContext } from './shop-context.ts';

/** One order: where it stands, what is in it, where the parcel is and where it goes. `ask` puts a question about it. */
export function orderView(shop: ShopContext, order: Order, ask: (question: string) => void): HTMLLIElement {
  const { words, money } = shop;
  const { number, placedAt, status, lines, total, steps = [], parcel, address } = order;
  const heading = `order-${order.id}`;
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const notes = [
    parcel && { name: words.parcel, value: element('dd', {}, ...parcelText(shop, parcel)) },
    address && {
      name: words.shipTo,
      value: element('dd', {}, [address.name, address.phone, address.text].filter(Boolean).join(' ')),
    },
  ].filter((note) => note !== undefined);
  return element(
    'li',
    { class: 'order' },
    element(
      'article',
      { 'aria-labelledby': heading },
      element(
        'header',
        { class: 'order-head' },
        element('h2', { id: heading }, number),
        element('span', { class: `order-status order-${status}` }, words.statuses[status]),
        element('span', { class: 'order-placed' }, words.placed(day(shop, placedAt))),
      ),
      steps.length > 0 && progress(shop, steps),
      element('ul', { class: 'order-lines' }, ...lines.map((line) => orderLine(shop, line))),
      notes.length > 0 &&
        element(
          'dl',
          { class: 'order-notes' },
          ...notes.map(({ name, value }) => element('div', {}, element('dt', {}, name), value)),
        ),
      element(
        'footer',
        { class: 'order-foot' },
        element(
          'button',
          { type: 'button', class: 'button', on: { click: () => ask(words.askOrderText(number)) } },
          icon('chat'),
          words.askOrder,
          element('span', { class: 'hidden' }, ` ${number}`),
        ),
        element('span', { class: 'order-sum' }, `${words.pieces(count)} `, element('strong', {}, money(total))),
      ),
    ),
  );
}

/** A time as the shop tells it, in the reader's language. */
const told = ({ locale, catalogue }: ShopContext, at: number, format: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...format, timeZone: catalogue.shop.timeZone ?? 'UTC' }).format(at);

const day = (shop: ShopContext, at: number) => told(shop, at, { month: 'short', day: 'numeric' });

const moment = (shop: ShopContext, at: number) =>
  told(shop, at, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function parcelText(shop: ShopContext, { carrier, number, last, at }: NonNullable<Order['parcel']>) {
  const when = at !== undefined && element('span', { class: 'step-day' }, moment(shop, at));
  const scan = last && element('span', { class: 'order-scan' }, last);
  return [`${carrier} `, element('bdi', {}, number), scan, when];
}

function progress(shop: ShopContext, steps: readonly OrderStep[]): HTMLOListElement {
  const { words } = shop;
  const items = steps.map(({ status, state, at }) =>
    element(
      'li',
      { class: `step-${state}`, 'aria-current': state === 'now' ? 'step' : undefined },
      element('span', { class: 'step-name' }, words.statuses[status]),
      element('span', { class: 'hidden' }, ` (${words.stepStates[state]}) `),
      at !== undefined && element('span', { class: 'step-day' }, day(shop, at)),
    ),
  );
  return element('ol', { class: 'progress', 'aria-label': words.progress }, ...items);
}

function orderLine({ money }: ShopContext, line: Order['lines'][number]): HTMLLIElement {
  const { title, options, quantity, price, product, image } = line;
  const name =
    product === undefined
      ? element('span', { class: 'tile-name' }, title)
      : element('a', { href: productPath(product), class: 'tile-name' }, title);
  return element(
    'li',
    {},
    picture(image === undefined ? {} : { image }, { lazy: true }),
    element(
      'div',
      { class: 'order-what' },
      name,
      options !== undefined && element('span', { class: 'tile-detail' }, options),
      element('span', { class: 'tile-detail' }, `${money(price)} × ${quantity}`),
    ),
  );
}
