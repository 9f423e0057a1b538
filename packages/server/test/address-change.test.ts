import { join } from 'node:path';
import { buildKnowledge } from '@xiaoer/assistant';
import type { Turn } from '@xiaoer/host';
import { expect, onTestFinished, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createFolderShop } from '../src/shops/folder-shop.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { createOrderChanges } from '../src/shops/order-changes.ts';
import { makeFolder } from './folder.ts';
import { event, record } from './made-up.ts';

const A = '杭州市西湖区文三路 9 号 201 室';
const B = '上海市徐汇区漕溪北路 88 号 502 室';

/** A shopper with one order, the real assistant, and a database in which changes are kept. */
async function open() {
  const price = { amount: 1000, currency: 'CNY' };
  const lines = [{ title: '被子', price }];
  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' } },
      'orders.json': [
        { subject: 'mei', id: 'o1', placedAt: '2026-03-01', status: 'paid', lines, address: { text: '旧地址' } },
      ],
    }),
  );
  const store = await openSqliteStore(join(makeFolder(), 'inn.db'));
  onTestFinished(() => store.close());
  let now = 1_800_000_000_000;
  const clock = () => now++;
  const shop = createFolderShop(folder, createOrderChanges(store, 'inn', clock));
  const responder = createAssistantResponder({
    knowledge: buildKnowledge(folder.knowledge),
    shop,
    now: clock,
    monotonic: () => 0,
    log: () => undefined,
  });
  let state: Turn['state'];
  let seq = 0;
  const turn = (text: string): Turn => ({
    record: record('c'),
    events: [event(++seq, `q${seq}`, { body: { text } })],
    state,
    isStale: () => false,
  });
  return {
    turn,
    /** Runs a turn; `lost`: the process died before the answer was recorded. */
    async answer(one: Turn, lost = false) {
      const { lines: said, trace } = await responder(one);
      if (!lost) state = trace?.state;
      return JSON.stringify(said);
    },
    changes: () => Number(store.reader.prepare('SELECT count(*) AS n FROM order_change').get()?.['n']),
    address: async () => (await shop.order('mei', 'o1', 'zh-CN'))?.address?.text,
  };
}

test('a turn that is run again after a crash changes the address once, and says so', async () => {
  const { turn, answer, changes, address } = await open();
  await answer(turn('改收货地址'));
  await answer(turn(A));
  const yes = turn('确认');
  const first = await answer(yes, true);
  expect(await answer(yes)).toBe(first);
  expect([changes(), await address()]).toEqual([1, A]);
  expect(first).toContain(A);
});

test('from A to B, back to A and to B again: the last wish stands', async () => {
  const { turn, answer, changes, address } = await open();
  const seen: (string | undefined)[] = [];
  for (const wish of [A, B, A, B]) {
    await answer(turn('改收货地址'));
    await answer(turn(wish));
    expect(await answer(turn('确认'))).toContain(wish);
    seen.push(await address());
  }
  expect([changes(), seen]).toEqual([4, [A, B, A, B]]);
});
