import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createWebhookNotify, type Notice } from '../src/notify.ts';

const SECRET = 'a secret of thirty-two characters';
const NOTICE: Notice = {
  kind: 'order-code',
  to: { phone: '13800000001' },
  locale: 'zh-CN',
  values: { number: 'N1', code: '123456', minutes: 10 },
};

/** An endpoint of a merchant that answers with a status. */
async function endpoint(status: number) {
  const got: { readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    got.push({ headers: request.headers, body });
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify` };
}

test('a notice is signed over its time and body', async () => {
  const { got, url } = await endpoint(204);
  await createWebhookNotify({ url, secret: SECRET }, () => 1_800_000_000_999).send(NOTICE);
  const [one] = got;
  expect(JSON.parse(one?.body ?? '')).toEqual(NOTICE);
  const signature = createHmac('sha256', SECRET).update(`1800000000.${one?.body}`).digest('hex');
  expect(one?.headers).toMatchObject({
    'content-type': 'application/json',
    'xiaoer-timestamp': '1800000000',
    'xiaoer-signature': `sha256=${signature}`,
    'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test.each([302, 400, 500])('an endpoint that answers %i has not taken it', async (status) => {
  const { url } = await endpoint(status);
  await expect(createWebhookNotify({ url, secret: SECRET }, () => 0).send(NOTICE)).rejects.toThrow();
});

test('the address and the secret of notices belong together', () => {
  expect(readConfig({}, []).notify).toBeUndefined();
  expect(readConfig({ NOTIFY_URL: 'https://shop.example/n', NOTIFY_SECRET: SECRET }, []).notify?.url).toContain('shop');
  expect(() => readConfig({ NOTIFY_URL: 'https://shop.example/n' }, [])).toThrow(/belong together/);
  expect(() => readConfig({ NOTIFY_URL: 'https://shop.example/n', NOTIFY_SECRET: 'short' }, [])).toThrow(/32/);
});
