import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createEnrich } from '../src/enrich.ts';
import { createFolderShop } from '../src/shops/folder-shop.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { createOrderChanges } from '../src/shops/order-changes.ts';
import { makeFolder } from './folder.ts';

const price = { amount: 1000, currency: 'CNY' };
const order = (id: string, status: string, placedAt: string, subject = 'mei') => ({
  subject,
  id,
  placedAt,
  status,
  lines: [{ product: 'quilt', quantity: 2 }],
  address: { text: '旧地址' },
});

async function open(path = join(makeFolder(), 'inn.db')) {
  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' } },
      'products.json': [
        { id: 'quilt', title: { 'zh-CN': '被子', en: 'Quilt' }, price },
        { id: 'gone', title: 'Gone', price, onSale: false },
      ],
      'orders.json': [
        order('o1', 'paid', '2026-03-01'),
        order('o2', 'shipped', '2026-03-02'),
        order('o3', 'unpaid', '2026-03-03', 'lin'),
      ],
    }),
  );
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return {
    path,
    store,
    shop: createFolderShop(
      folder,
      createOrderChanges(store, folder.knowledge.shop.id, () => 1),
    ),
  };
}

test('orders of one shopper only, newest first, in the shopper’s language', async () => {
  const { shop } = await open();
  expect((await shop.orders('mei', 'en-US')).map(({ id, lines }) => `${id} ${lines[0]?.title}`)).toEqual([
    'o2 Quilt',
    'o1 Quilt',
  ]);
  expect((await shop.order('mei', 'o1', 'zh'))?.lines[0]?.title).toBe('被子');
  expect(await shop.order('lin', 'o1', 'zh-CN')).toBeUndefined();
  expect(await shop.orders('nobody', 'zh-CN')).toEqual([]);
});

test('an address is changed once a key, kept over a restart, and never after the parcel left', async () => {
  const first = await open();
  const change = async (sub: string, id: string, text: string, key: string, shop = first.shop) => {
    const answer = await shop.changeAddress(sub, id, { text }, key, 'zh-CN');
    return 'order' in answer ? answer.order.address?.text : answer.error;
  };
  expect(await change('mei', 'o1', '新地址', 'k1')).toBe('新地址');
  expect(await change('mei', 'o1', '又一个', 'k1')).toBe('新地址');
  expect(await change('mei', 'o1', '第三个', 'k2')).toBe('第三个');
  // The first key again: nothing changes, and the answer is what it was.
  expect(await change('mei', 'o1', '新地址', 'k1')).toBe('新地址');
  expect((await first.shop.order('mei', 'o1', 'zh-CN'))?.address?.text).toBe('第三个');
  expect(await change('mei', 'o2', '新地址', 'k3')).toBe('too-late');
  expect(await change('lin', 'o1', '新地址', 'k4')).toBe('not-found');
  // Keys are the shopper's own: another one's equal key is another change.
  expect(await change('lin', 'o3', '林家', 'k1')).toBe('林家');
  await first.store.close();
  const again = await open(first.path);
  expect((await again.shop.order('mei', 'o1', 'zh-CN'))?.address?.text).toBe('第三个');
});

test('cards say what can be done, and the way of the parcel', async () => {
  const { shop } = await open();
  const cards = await shop.orders('mei', 'zh-CN');
  expect(cards.map(({ status, actions }) => `${status}: ${actions?.join(' ')}`)).toEqual([
    'shipped: track',
    'paid: address cancel',
  ]);
  expect(cards.map(({ steps }) => steps?.map(({ status, state }) => `${status} ${state}`).join(', '))).toEqual([
    'paid done, packed done, shipped now, delivered todo',
    'paid now, packed todo, shipped todo, delivered todo',
  ]);
});

test('what a desk sends is filled in from the shop; forged cards are replaced, unknown ones refused', async () => {
  const { shop } = await open();
  const enrich = createEnrich(shop);
  const author = { role: 'agent', id: 'agent:1' } as const;
  const about = (subject: string) => ({ conversation: 'c', shop: 'inn', subject, author, locale: 'en' });
  const forged = { id: 'quilt', title: 'Free', price: { amount: 0, currency: 'CNY' }, reason: 'warm' };
  const products = (items: readonly (typeof forged)[]) => ({ kind: 'products', body: { items } }) as const;
  expect(await enrich(products([forged]), about('user:mei'))).toMatchObject({
    items: [{ id: 'quilt', title: 'Quilt', price, reason: 'warm' }],
  });
  expect(await enrich(products([forged, { ...forged, id: 'none' }]), about('user:mei'))).toBeUndefined();
  const named = { kind: 'order', body: { order: 'o1' } } as const;
  expect(await enrich(named, about('user:mei'))).toMatchObject({ card: { id: 'o1' } });
  expect(await enrich(named, about('user:lin'))).toBeUndefined();
  expect(await enrich(named, about('visitor-hash'))).toBeUndefined();
});
