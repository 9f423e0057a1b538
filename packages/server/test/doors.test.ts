import { LIMITS } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const SECRET = 's'.repeat(43);
const CONVERSATION = 'c'.repeat(22);

const status = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'open',
    (error: Error) => error.message,
  );

test('origins: our own, those on the list, and programs without one for shoppers; the desk takes our own only', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const cookie = await agentCookie(inn);
  const own = ownOrigin(inn);
  const tried: string[] = [];
  for (const [path, origin] of [
    ['/ws', own],
    ['/ws', 'https://shop.example'],
    ['/ws', undefined],
    ['/ws', 'https://shop.example.evil'],
    ['/ws', 'http://shop.example'],
    ['/ws', 'null'],
    ['/desk/ws', own],
    ['/desk/ws', undefined],
    ['/desk/ws', 'https://shop.example'],
    ['/elsewhere', own],
  ] as const)
    tried.push(
      `${path} ${origin === own ? 'own' : origin}: ${await status(dial(inn, path, { cookie, ...(origin ? { origin } : {}) }))}`,
    );
  expect(tried).toEqual([
    '/ws own: open',
    '/ws https://shop.example: open',
    '/ws undefined: open',
    '/ws https://shop.example.evil: 403',
    '/ws http://shop.example: 403',
    '/ws null: 403',
    '/desk/ws own: open',
    '/desk/ws undefined: 403',
    '/desk/ws https://shop.example: 403',
    '/elsewhere own: 404',
  ]);
});

test('a shopper’s token opens nothing at the desk', async () => {
  const inn = await openInn();
  const origin = ownOrigin(inn);
  const { token } = JSON.parse((await ask(inn, '/demo/sign-in', { method: 'POST', headers: { origin } })).text);
  const attempts = [
    { origin },
    { origin, authorization: `Bearer ${token}` },
    { origin, cookie: `xiaoer_agent=${token}` },
    { origin, cookie: 'xiaoer_agent=' },
    { origin, cookie: `xiaoer_agent=${SECRET}` },
  ];
  for (const headers of attempts) {
    expect(await status(dial(inn, '/desk/ws', headers))).toBe('401');
    expect((await ask(inn, '/desk/ws', { headers })).status).toBe(401);
    expect((await ask(inn, `/desk/api/orders?conversation=${CONVERSATION}`, { headers })).status).toBe(401);
    expect((await ask(inn, '/desk/api/replies', { headers })).status).toBe(401);
    expect((await ask(inn, '/desk/api/answers?id=a', { headers })).status).toBe(401);
  }
  expect((await ask(inn, `/desk/enter?key=${token}`)).status).toBe(403);
});

test('the cookie makes an agent, by the name of the desk, whatever the hello says', async () => {
  const inn = await openInn();
  const cookie = await agentCookie(inn, '小棠');
  const line = await dial(inn, '/desk/ws', { cookie, origin: ownOrigin(inn) });
  line.send(hello({ secret: SECRET }));
  expect(await line.next('welcome')).toMatchObject({ principal: { role: 'agent', name: '小棠' }, conversations: [] });
  expect((await ask(inn, '/desk/ws', { headers: { cookie } })).status).toBe(426);
});

test('an agent’s cookie and session are nothing on the shopper’s route', async () => {
  const inn = await openInn();
  const shopper = await dial(inn, '/ws');
  shopper.send(hello({ secret: SECRET }));
  await shopper.next('welcome');
  shopper.send(append(CONVERSATION, 'a1', '运费怎么算'));
  await shopper.next('ack');

  const cookie = await agentCookie(inn);
  const line = await dial(inn, '/ws', { cookie });
  line.send(hello());
  expect(await line.next('welcome')).not.toHaveProperty('principal');
  line.send({ t: 'watch', conversation: CONVERSATION, on: true });
  expect(await line.next('nack')).toMatchObject({ class: expect.stringMatching(/rejected|reauth/) });
  line.send(hello({ nonce: 'n2', token: cookie.split('=')[1] }));
  expect(await line.next('nack')).toMatchObject({ class: 'reauth', code: 'token-invalid', nonce: 'n2' });
});

test('a shopper who names another’s conversation gets nothing of it', async () => {
  const inn = await openInn();
  const [mine, other] = [await dial(inn, '/ws'), await dial(inn, '/ws')];
  mine.send(hello({ secret: SECRET }));
  await mine.next('welcome');
  mine.send(append(CONVERSATION, 'a1', 'my secret'));
  await mine.next('ack');
  other.send(
    hello({ secret: 't'.repeat(43), cursors: [{ conversation: CONVERSATION, epoch: inn.store.epoch, seq: 0 }] }),
  );
  expect(await other.next('welcome')).toMatchObject({ conversations: [] });
  other.send(append(CONVERSATION, 'b1', 'let me in'));
  const refused = await other.next('nack');
  other.send({ t: 'pull', conversation: CONVERSATION, nonce: 'p1', before: 9, limit: 9 });
  const pulled = await other.next('nack');
  expect([refused, pulled].map(({ class: kind, id, nonce }) => [kind, id ?? nonce])).toEqual([
    ['rejected', 'b1'],
    ['rejected', 'p1'],
  ]);
  expect(JSON.stringify([refused, pulled])).not.toContain('my secret');
});

test('an oversized frame ends the link with 1009, a binary one with 1003', async () => {
  const inn = await openInn();
  const big = await dial(inn, '/ws');
  big.send('x'.repeat(LIMITS.frameBytes + 1));
  expect(await big.closed).toBe(1009);
  const fits = await dial(inn, '/ws');
  fits.send(JSON.stringify({ t: 'nothing', padding: 'x'.repeat(LIMITS.frameBytes - 100) }));
  fits.send(hello());
  expect(await fits.next('welcome')).toMatchObject({ nonce: 'n1', shop: { name: '客栈' } });
});

test('a server that is full says so', async () => {
  const inn = await openInn({ mostLinks: 1 });
  await dial(inn, '/ws');
  expect(await status(dial(inn, '/ws'))).toBe('503');
});
