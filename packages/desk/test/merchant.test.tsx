// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { hashOf, placeIn } from '../src/merchant/address.ts';
import { type AddressBar, followAddress } from '../src/merchant/follow-address.ts';
import { MERCHANT_PAGES, PAGES_IN_ORDER } from '../src/merchant/page-list.ts';
import type { DeskRole } from '../src/privacy/privacy-api.ts';
import { drawn, noPrivacy, press, row, settled, stage } from './stage.tsx';

const as = (role: DeskRole) => ({ privacy: { ...noPrivacy, role: async () => role } });
const shopButton = () => document.querySelector<HTMLElement>('[aria-keyshortcuts="G S"]');
const SECOND = PAGES_IN_ORDER[1]?.id ?? PAGES_IN_ORDER[0]?.id ?? '';

/** An address bar with its history. */
function bar(first = '') {
  const entries = [first];
  const listeners = new Set<() => void>();
  const address: AddressBar = {
    hash: () => entries.at(-1) ?? '',
    push: (hash) => void entries.push(hash),
    replace: (hash) => void entries.splice(-1, 1, hash),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const tell = () => act(async () => [...listeners].forEach((listener) => void listener()));
  return {
    address,
    entries,
    go: (hash: string) => {
      entries.push(hash);
      return tell();
    },
    back: () => {
      entries.pop();
      return tell();
    },
  };
}

it('shows the shop to admins only, by a button and by a key, and its pages by digits', async () => {
  const lead = drawn([], as('lead'));
  await settled();
  await press('g');
  await press('s');
  expect([lead.desk.place.value, shopButton()]).toEqual(['talks', null]);
  lead.page.unmount();

  const { desk } = drawn([], as('admin'));
  await settled();
  await press('g');
  await press('s');
  expect(desk.place.value).toBe('shop');
  await vi.waitFor(() => expect(document.querySelector('.shop-nav [aria-current="page"]')).not.toBeNull());
  // Every page stands in the list, each with an address.
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.shop-nav a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(PAGES_IN_ORDER.map(({ id }) => hashOf({ page: id })));
  await press('2');
  expect(desk.merchant.page.value).toBe(SECOND);
  // Keys of the conversations mean nothing here, and are left to the browser.
  expect([await press('t'), desk.selected.value]).toEqual([false, null]);
  links[0]?.focus();
  await press('ArrowDown', {}, links[0]);
  expect(document.activeElement).toBe(links[1] ?? links[0]);
  await press('g');
  await press('w');
  expect(desk.place.value).toBe('talks');
});

it('names each page once, in both directions of the address', () => {
  expect(new Set(MERCHANT_PAGES.map(({ id }) => id)).size).toBe(MERCHANT_PAGES.length);
  expect(PAGES_IN_ORDER).toHaveLength(MERCHANT_PAGES.length);
  for (const place of [{ page: 'answers' }, { page: 'answers', item: '运费 / 50%' }])
    expect(placeIn(hashOf(place))).toEqual({ item: undefined, ...place });
  expect([placeIn('#c=1234'), placeIn('#shop'), placeIn('#shop/answers/%E0%A4%A')]).toEqual([
    undefined,
    { page: '', item: undefined },
    { page: 'answers', item: undefined },
  ]);
});

it('comes back to the page of the address once it is known that an admin looks', async () => {
  const { desk } = stage([], as('admin'));
  const { address, entries } = bar('#shop/answers/fee');
  const stop = followAddress(desk, address);
  expect([desk.place.value, entries]).toEqual(['talks', ['#shop/answers/fee']]);
  await settled();
  expect([desk.place.value, desk.merchant.page.value, desk.merchant.item.value]).toEqual(['shop', 'answers', 'fee']);
  stop();
});

it('leaves the address of the shop to nobody else', async () => {
  const { desk } = stage([row('mei')], as('lead'));
  const { address, entries } = bar('#shop/answers');
  const stop = followAddress(desk, address);
  await settled();
  expect(desk.place.value).toBe('talks');
  desk.select('conversation-mei-00000000');
  expect(entries.at(-1)).toBe('#c=conversation-mei-00000000');
  stop();
});

it('writes where one is into the address: a page is an entry of the history, a step in a list is none', async () => {
  const { desk } = stage([], as('admin'));
  await settled();
  const { address, entries, go, back } = bar();
  const stop = followAddress(desk, address);
  desk.merchant.go({ page: 'answers' });
  desk.merchant.item.value = 'fee';
  desk.merchant.item.value = 'wash';
  expect(entries).toEqual(['', '#shop/answers/wash']);
  await go(`#shop/${SECOND}`);
  expect(desk.merchant.page.value).toBe(SECOND);
  await back();
  expect([desk.merchant.page.value, desk.merchant.item.value]).toEqual(['answers', 'wash']);
  // A link to a conversation leaves the shop.
  await go('#c=conversation-mei-00000000');
  expect([desk.place.value, desk.selected.value]).toEqual(['talks', 'conversation-mei-00000000']);
  stop();
});

it('asks for no address of the shop before somebody goes there', async () => {
  const ask = vi.fn(async () => new Response('', { status: 404 }));
  drawn([], { ...as('admin'), ask });
  await settled();
  expect(ask).not.toHaveBeenCalled();
  fireEvent.click(shopButton() as HTMLElement);
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
});
