import { expect, it } from 'vitest';
import { hasKey } from '../src/state/key.ts';
import { fetchOrders } from '../src/state/orders-source.ts';

const ORDER = {
  id: 'o1',
  number: '2207-0502',
  placedAt: 1,
  status: 'packed',
  lines: [],
  total: { amount: 1, currency: 'CNY' },
};

it('asks for the orders of one conversation, and takes nothing but a list of orders for an answer', async () => {
  const asked: string[] = [];
  const answers = [
    Response.json({ orders: [ORDER, { id: 'broken' }] }),
    Response.json({ error: 'not yet' }),
    new Response('no', { status: 404 }),
    new Response('<html>'),
  ];
  const orders = fetchOrders(async (address) => {
    asked.push(address);
    const answer = answers.shift();
    if (!answer) throw new Error('away');
    return answer;
  });
  const told = [];
  for (const id of ['a&b', 'c', 'd', 'e', 'f']) told.push((await orders(id))?.map((order) => order.number));
  expect(told).toEqual([['2207-0502'], undefined, undefined, undefined, undefined]);
  expect(asked[0]).toBe('/desk/api/orders?conversation=a%26b');
});

it('asks for a key only where the server says that one is missing', async () => {
  const status = (code: number) => hasKey(async () => new Response(null, { status: code }));
  const away = hasKey(async () => {
    throw new Error('away');
  });
  expect([await status(401), await status(403), await status(404), await status(426), await away]).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
