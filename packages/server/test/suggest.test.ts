import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createOrigins } from '../src/identity/origins.ts';
import { suggestRoute } from '../src/routes/suggest.ts';
import { ask, openInn, ownOrigin } from './inn.ts';

const typed = (inn: { port: number }, body: unknown, headers: Record<string, string> = { origin: ownOrigin(inn) }) =>
  ask(inn, '/suggest', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

test('the questions of the shop, in the language that is typed, to anybody', async () => {
  const inn = await openInn();
  const en = await typed(inn, { text: 'shipp' });
  expect([en.status, JSON.parse(en.text)]).toEqual([200, { questions: [{ text: 'How much is shipping?' }] }]);
  expect(JSON.parse((await typed(inn, { text: '运费', locale: 'zh' })).text)).toEqual({
    questions: [{ text: '运费怎么算？' }],
  });
  expect(JSON.parse((await typed(inn, { text: 'xyzzy' })).text)).toEqual({ questions: [] });
  expect(en.headers['cache-control']).toBe('no-store');
});

test('what cannot be looked up is refused with what to send instead', async () => {
  const inn = await openInn();
  for (const body of ['', 'no JSON', 'null', '[]', { text: 3 }, { text: 'x'.repeat(201) }, 'x'.repeat(5_000)]) {
    const { status, text } = await typed(inn, body);
    expect([status, JSON.parse(text).code]).toEqual([400, 'invalid-request']);
    expect(JSON.parse(text).message).toContain('at most 200 characters');
  }
  const read = await ask(inn, '/suggest?text=ship');
  expect([read.status, read.headers['allow']]).toEqual([405, 'POST']);
  // The longest text, in characters that take six bytes each.
  expect((await typed(inn, `{"text":"${'\\u8fd0'.repeat(200)}"}`)).status).toBe(200);
});

test('a page of another origin is let in when it is listed', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const listed = await typed(inn, { text: 'ship' }, { origin: 'https://shop.example' });
  expect([listed.status, listed.headers['access-control-allow-origin']]).toEqual([200, 'https://shop.example']);
  expect((await typed(inn, { text: 'ship' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
});

test('an address that asks without pause has to wait, and is told how long; so is everybody while the assistant is not there', async () => {
  let tokens = 1;
  const route = suggestRoute({
    suggest: () => Promise.reject(new Error('not there')),
    origins: createOrigins({ host: '127.0.0.1', listed: [] }),
    addressOf: () => '2001:db8::1',
    requests: {
      take: (key) => (tokens-- > 0 ? { ok: true } : { ok: false, waitMs: key === '2001:db8:0:0' ? 2_400 : 0 }),
      refund: () => undefined,
    },
  });
  const server = createServer((request, response) => {
    void route({ request, response, url: new URL(request.url ?? '/', 'http://house') });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const told: unknown[] = [];
  for (let n = 0; n < 2; n++) {
    const { status, headers, text } = await typed(server.address() as AddressInfo, { text: 'ship' }, {});
    told.push([status, headers['retry-after'], JSON.parse(text).code]);
  }
  expect(told).toEqual([
    [503, '10', 'busy'],
    [429, '3', 'rate'],
  ]);
});
