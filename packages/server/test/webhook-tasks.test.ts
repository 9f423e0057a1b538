import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildKnowledge } from '@xiaoer/assistant';
import type { Turn } from '@xiaoer/host';
import { expect, onTestFinished, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import { readConfig } from '../src/config.ts';
import { createFolderShop } from '../src/shops/folder-shop.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { createWebhookTasks } from '../src/shops/webhook-tasks.ts';
import { makeFolder } from './folder.ts';
import { event, record } from './made-up.ts';

const SECRET = 'a secret of thirty-two characters';
const line = { title: '被子', price: { amount: 1000, currency: 'CNY' } };

interface Got {
  readonly key: unknown;
  readonly signed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A merchant's system that answers what it is told to, and a shopper before the real assistant. */
async function open(answer: () => unknown) {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { 'xiaoer-timestamp': time, 'xiaoer-signature': signature, 'idempotency-key': key } = request.headers;
    const right = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    got.push({ key, signed: signature === `sha256=${right}`, body: JSON.parse(body) as Got['body'] });
    const said = answer();
    if (typeof said === 'number') response.writeHead(said).end();
    else response.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tasks`;

  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' } },
      'orders.json': [
        { subject: 'mei', id: 'o1', number: 'YL-1001001', placedAt: '2026-03-01', status: 'paid', lines: [line] },
        { subject: 'lin', id: 'o2', number: 'YL-1001002', placedAt: '2026-03-02', status: 'paid', lines: [line] },
      ],
    }),
  );
  const changes = { address: () => undefined, change: () => Promise.reject(new Error('nothing is changed')) };
  const shop = createFolderShop(folder, changes);
  const now = () => 1_800_000_000_000;
  const tasks = createWebhookTasks({ url, secret: SECRET }, ['orders.cancel'], shop, now);
  const responder = createAssistantResponder({
    knowledge: buildKnowledge({ ...folder.knowledge, tools: Object.keys(tasks) }),
    shop: { ...shop, tasks },
    now,
    monotonic: () => 0,
    log: () => undefined,
  });
  let state: Turn['state'];
  let seq = 0;
  return {
    got,
    tasks,
    async say(text: string) {
      const one = { record: record('c'), events: [event(++seq, `q${seq}`, { body: { text } })], state };
      const { lines, trace } = await responder({ ...one, isStale: () => false });
      state = trace?.state;
      return JSON.stringify(lines);
    },
  };
}

const cancelled = {
  order: {
    id: 'o1',
    number: 'YL-1001001',
    placedAt: 1,
    status: 'cancelled',
    lines: [{ ...line, quantity: 1 }],
    total: line.price,
  },
};

test('a task is a signed wish under its own key, after a yes, and its answer is told', async () => {
  const { say, got } = await open(() => cancelled);
  await say('取消订单');
  await say('拍错了');
  expect(got).toEqual([]);
  expect(await say('确认')).toContain('已取消');
  expect(got).toEqual([
    {
      key: expect.stringMatching(new RegExp(`^${record('c').id}:cancel-order:`)),
      signed: true,
      body: {
        task: 'orders.cancel',
        subject: 'mei',
        conversation: record('c').id,
        args: { order: 'o1', reason: 'mistake' },
        locale: 'zh-CN',
      },
    },
  ]);
});

test.each([
  ['a code that the flow knows', { error: 'too-late' }, '没取消成：订单 YL-1001001 已经发出'],
  ['an error of its own', { error: 'our-db-7' }, '没取消成：订单系统没有接受'],
])('%s is told as it is', async (_, answer, words) => {
  const { say } = await open(() => answer);
  await say('取消订单');
  await say('拍错了');
  expect(await say('确认')).toContain(words);
});

test.each([
  ['a failure', 500],
  ['no JSON', '<html>'],
  ['another shape', { order: { id: 'o1' } }],
  ['far too much', `{"values":{"x":"${'x'.repeat(200_000)}"}}`],
])('%s is neither success nor failure: it may have been done. A second yes has the same key', async (_, answer) => {
  let said: unknown = answer;
  const { say, got } = await open(() => said);
  await say('取消订单');
  await say('拍错了');
  expect(await say('确认')).toContain('办成没有我不能确定');
  said = cancelled;
  expect(await say('确认')).toContain('已取消');
  expect(got[0]?.key).toBe(got[1]?.key);
});

test('nobody but its owner reaches an order', async () => {
  const { tasks, got } = await open(() => cancelled);
  const call = { conversation: 'c', args: { order: 'o2', reason: 'mistake' }, key: 'k', locale: 'en' };
  expect(await tasks['orders.cancel']?.({ ...call, subject: 'mei' })).toEqual({ error: 'not-found' });
  expect(await tasks['orders.cancel']?.({ ...call, subject: undefined })).toEqual({ error: 'not-signed-in' });
  expect(got).toEqual([]);
});

test('what the endpoint carries out is named; half a setting is refused', () => {
  const set = { TASKS_URL: 'https://shop.example/t', TASKS_SECRET: SECRET };
  expect(readConfig({ ...set, TASKS: 'orders.cancel, orders.return' }, []).tasks?.names).toEqual([
    'orders.cancel',
    'orders.return',
  ]);
  expect(() => readConfig(set, [])).toThrow(/TASKS names/);
  expect(() => readConfig({ TASKS_URL: set.TASKS_URL, TASKS: 'orders.cancel' }, [])).toThrow(/belong together/);
  expect(() => readConfig({ ...set, TASKS: 'cancel it' }, [])).toThrow(/orders\.cancel/);
});
