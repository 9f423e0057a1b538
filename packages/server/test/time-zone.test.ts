import { buildKnowledge } from '@xiaoer/assistant';
import { expect, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import { createFolderShop } from '../src/shops/folder-shop.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';
import { event, record } from './made-up.ts';

/** What the bot says of a parcel that is due half an hour before midnight UTC. */
async function due(timeZone?: string): Promise<string> {
  const shop = { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY', timeZone };
  const price = { amount: 1000, currency: 'CNY' };
  const order = {
    subject: 'mei',
    id: 'o1',
    placedAt: '2026-11-18',
    status: 'shipped',
    lines: [{ product: 'quilt' }],
    steps: [
      { status: 'shipped', state: 'now' },
      { status: 'delivered', state: 'todo', at: '2026-11-21T23:30:00Z' },
    ],
    actions: ['track'],
  };
  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop },
      'products.json': [{ id: 'quilt', title: '被子', price }],
      'orders.json': [order],
    }),
  );
  const changes = { address: () => undefined, change: () => Promise.reject(new Error('nothing is changed here')) };
  const responder = createAssistantResponder({
    knowledge: buildKnowledge(folder.knowledge),
    shop: createFolderShop(folder, changes),
    now: () => Date.parse('2026-11-20T00:00:00Z'),
    monotonic: () => 0,
    log: () => undefined,
  });
  const events = [event(1, 'q1', { body: { text: '我的包裹什么时候到' } })];
  const { lines } = await responder({ record: record('c'), events, state: undefined, isStale: () => false });
  return /预计[^到]*/.exec(JSON.stringify(lines))?.[0] ?? JSON.stringify(lines);
}

test('days are told where the shop is', async () => {
  expect([await due('Asia/Shanghai'), await due('America/New_York'), await due()]).toEqual([
    '预计11月22日',
    '预计11月21日',
    '预计11月21日',
  ]);
});

test('a time zone that is none is refused with the place and what to write', async () => {
  await expect(due('Hangzhou')).rejects.toThrow(/shop\.timeZone: use an IANA time zone such as "Asia\/Shanghai"/);
});
