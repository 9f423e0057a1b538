import { expect, test } from 'vitest';
import { ask, openInn, ownOrigin } from './inn.ts';

const signIn = async (inn: { port: number }, sub: string): Promise<string> => {
  const headers = { origin: ownOrigin(inn) };
  return JSON.parse((await ask(inn, '/demo/sign-in', { method: 'POST', headers, body: JSON.stringify({ sub }) })).text)
    .token;
};

const orders = (inn: { port: number }, authorization?: string, method = 'GET') =>
  ask(inn, '/demo/orders?locale=en', { method, headers: authorization === undefined ? {} : { authorization } });

test('a shopper of the bundled shop sees the own orders, and no one else’s', async () => {
  const inn = await openInn();
  const mine = await orders(inn, `Bearer ${await signIn(inn, 'mei')}`);
  expect([mine.status, mine.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(JSON.parse(mine.text).orders).toMatchObject([
    { id: 'o1', number: 'N1', status: 'paid', lines: [{ title: 'Silk quilt', quantity: 1 }] },
  ]);
  const theirs = await orders(inn, `Bearer ${await signIn(inn, 'lin')}`);
  expect(JSON.parse(theirs.text).orders.map(({ id }: { id: string }) => id)).toEqual(['o2']);
});

test('without a good token there are no orders', async () => {
  const inn = await openInn();
  const token = await signIn(inn, 'mei');
  for (const authorization of [undefined, 'Bearer nonsense', `Bearer ${token}x`, `Visitor ${'v'.repeat(43)}`])
    expect((await orders(inn, authorization)).status).toBe(401);
  expect((await orders(inn, `Bearer ${token}`, 'POST')).status).toBe(405);
});

test('it is there only with the demonstration sign-in', async () => {
  const bundled = await openInn();
  const token = await signIn(bundled, 'mei');
  for (const more of [{ shop: bundled.folder.directory }, { host: '0.0.0.0' }, { shopSecret: 's'.repeat(40) }])
    expect((await orders(await openInn(more), `Bearer ${token}`)).status).toBe(404);
});
