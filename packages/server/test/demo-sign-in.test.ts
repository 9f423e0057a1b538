import { expect, test } from 'vitest';
import type { RunningServer } from '../src/server.ts';
import { ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const signIn = (inn: { port: number }, origin?: string, body?: string) =>
  ask(inn, '/demo/sign-in', {
    method: 'POST',
    headers: origin === undefined ? {} : { origin },
    ...(body ? { body } : {}),
  });

test('signs a shopper of the bundled shop in, for our own page only', async () => {
  const inn = await openInn();
  const own = ownOrigin(inn);
  const { status, text } = await signIn(inn, own);
  expect(status).toBe(200);
  const { token, sub, name } = JSON.parse(text);
  expect([sub, name]).toEqual(['mei', '梅若雪']);
  expect(JSON.parse((await signIn(inn, own, '{"sub":"lin"}')).text)).toMatchObject({ sub: 'lin', name: 'lin' });
  expect((await signIn(inn)).status).toBe(403);
  expect((await signIn(inn, 'https://evil.example')).status).toBe(403);
  expect((await signIn(inn, own, '{"sub":"nobody"}')).status).toBe(400);
  expect((await signIn(inn, own, `{"sub":"${'x'.repeat(2000)}"}`)).status).toBe(400);
  expect((await ask(inn, '/demo/sign-in')).status).toBe(405);

  const line = await dial(inn, '/ws');
  line.send(hello({ token }));
  expect(await line.next('welcome')).toMatchObject({ principal: { role: 'shopper', id: 'user:mei', name: '梅若雪' } });
});

test('a name that somebody points at this machine is not our own page', async () => {
  const inn = await openInn();
  const evil = `evil.example:${inn.port}`;
  const { status } = await ask(inn, '/demo/sign-in', {
    method: 'POST',
    headers: { host: evil, origin: `http://${evil}` },
  });
  expect(status).toBe(403);
});

test('it is not there with another shop, off loopback, or where the shop signs itself', async () => {
  const bundled = await openInn();
  const other = await openInn({ shop: bundled.folder.directory });
  const everywhere = await openInn({ host: '0.0.0.0' });
  const signing = await openInn({ shopSecret: 'the-secret-of-a-real-shop-long-enough' });
  for (const inn of [other, everywhere, signing]) expect((await signIn(inn, ownOrigin(inn))).status).toBe(404);
  const told = async (inn: RunningServer) => JSON.parse((await ask(inn, '/shop/catalogue.json')).text).signIn;
  expect(await Promise.all([bundled, other, everywhere, signing].map(told))).toEqual([true, false, false, false]);
  expect([bundled.demo, other.demo, everywhere.demo]).toEqual([true, false, false]);
});

test('a restart signs nobody out', async () => {
  const first = await openInn();
  const { token } = JSON.parse((await signIn(first, ownOrigin(first))).text);
  const second = await openInn({ dataDir: first.store.path.replace(/\/[^/]*$/, '') });
  const line = await dial(second, '/ws');
  line.send(hello({ token }));
  expect(await line.next('welcome')).toMatchObject({ principal: { id: 'user:mei' } });
});
