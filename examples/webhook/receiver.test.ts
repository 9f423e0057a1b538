import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createReceiver } from './receiver.mjs';

const MESSAGE = {
  v: 1,
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  shop: 'tea',
  conversation: 'conversation-0001',
  at: 1_700_000_000_000,
  locale: 'en',
  contact: 'a@b.example',
  message: 'Please call me',
};

/** A receiver on a port of its own, a clock that is set by hand, and what its file has. */
async function place(before?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-webhook-'));
  const file = join(folder, 'messages.jsonl');
  if (before !== undefined) writeFileSync(file, before);
  let now = 0;
  const receiver = createReceiver({ origins: ['https://shop.example'], file, now: () => now });
  const server = createServer(receiver.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    receiver.close();
    rmSync(folder, { recursive: true });
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async post(
      body: unknown,
      { headers = {}, method = 'POST' }: { headers?: Record<string, string>; method?: string } = {},
    ) {
      const answer = await fetch(address, {
        method,
        headers: { Origin: 'https://shop.example', 'Content-Type': 'application/json', ...headers },
        ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
      });
      return [answer.status, await answer.json(), answer.headers.get('Retry-After')].filter((one) => one !== null);
    },
    kept: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"v"'))
        .map((line) => JSON.parse(line).message),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('a message is kept once, however often it comes, also after a restart', async () => {
  const { post, kept } = await place();
  expect(await post(MESSAGE)).toEqual([201, { id: MESSAGE.id }]);
  expect(await post(MESSAGE)).toEqual([200, { id: MESSAGE.id, repeat: true }]);
  expect(kept()).toEqual(['Please call me']);
  // The last line was cut off by a crash: it was never said to be kept, and comes again.
  const again = await place(`${JSON.stringify(MESSAGE)}\n{"v":1,"id":"BBBBBBBB`);
  expect(await again.post(MESSAGE)).toEqual([200, { id: MESSAGE.id, repeat: true }]);
  expect(await again.post({ ...MESSAGE, id: 'BBBBBBBBBBBBBBBBBBBBBB' })).toEqual([
    201,
    { id: 'BBBBBBBBBBBBBBBBBBBBBB' },
  ]);
  const third = await again.post({ ...MESSAGE, id: 'BBBBBBBBBBBBBBBBBBBBBB' });
  expect(third).toEqual([200, { id: 'BBBBBBBBBBBBBBBBBBBBBB', repeat: true }]);
});

test('what is not from a page of the shop, no message, or too large is refused with the reason', async () => {
  const { post, kept, pass } = await place();
  const refused = async (...what: Parameters<typeof post>) => {
    pass(600_000);
    return post(...what);
  };
  expect(await refused(MESSAGE, { headers: { Origin: 'https://other.example' } })).toEqual([
    403,
    { error: 'this origin is not among those that may post here' },
  ]);
  expect(await refused(MESSAGE, { headers: { 'Content-Type': 'text/plain' } })).toEqual([
    415,
    { error: 'the content type must be application/json' },
  ]);
  expect(await refused('{')).toEqual([400, { error: 'the body is no JSON' }]);
  expect(await refused([])).toEqual([422, { error: 'the body is no object' }]);
  expect(await refused({ ...MESSAGE, id: 7 })).toEqual([
    422,
    { error: '"id" is not 8 to 64 letters, digits, _ : . -' },
  ]);
  expect(await refused({ ...MESSAGE, message: ' ' })).toEqual([422, { error: '"message" is missing or too long' }]);
  expect(await refused('', { method: 'GET' })).toEqual([405, { error: 'POST a message' }]);
  expect((await refused({ ...MESSAGE, more: '字'.repeat(20_000) }))[0]).toBe(413);
  expect(kept()).toEqual([]);
});

test('an address has five at once and one a minute; the page is told when to come again', async () => {
  const { post, kept, pass } = await place();
  const statuses: unknown[] = [];
  for (let n = 0; n < 6; n++) statuses.push((await post({ ...MESSAGE, id: `message-${n}` }))[0]);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  expect(await post({ ...MESSAGE, id: 'message-6' })).toEqual([429, { error: 'too many messages' }, '60']);
  pass(60_000);
  expect((await post({ ...MESSAGE, id: 'message-6' }))[0]).toBe(201);
  expect(kept().length).toBe(6);
});

test('a page on another origin asks for leave first', async () => {
  const { post } = await place();
  expect((await post('', { method: 'OPTIONS' }))[0]).toBe(200);
});
