import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { visitorId } from '../src/identity/authenticate.ts';
import { secretKey, signShopperToken, type TokenKeys } from '../src/identity/shopper-token.ts';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { append, dial, hello, type Line, openInn } from './inn.ts';
import { conversationId, creation, event } from './made-up.ts';

const SHOP_SECRET = 'a secret of the merchant, long enough';
const KEY = secretKey(SHOP_SECRET) as Extract<TokenKeys, { kind: 'secret' }>;
const token = (sub: string): Promise<string> => signShopperToken(KEY, { shop: 'inn', sub, name: '梅若雪' });
const CONVERSATION = conversationId('claimed');

const newSecret = (): string => randomBytes(32).toString('base64url');

const ackOf = (line: Line, id: string) => line.next((frame) => frame['id'] === id && /n?ack/.test(frame.t));

test('rule 12: over sockets and a file, a visitor signs in and goes on in the same conversation', async () => {
  const server = await openInn({ shopSecret: SHOP_SECRET });
  const secret = newSecret();
  const page = await dial(server, '/ws');
  page.send(hello({ secret }));
  await page.next('welcome');
  page.send(append(CONVERSATION, 'a1', '运费怎么算？'));
  await ackOf(page, 'a1');
  page.send(hello({ nonce: 'n2', token: await token('mei'), claim: secret }));
  expect(await page.next('welcome')).toMatchObject({ claimed: true, principal: { id: 'user:mei' } });
  page.send(append(CONVERSATION, 'a1', '运费怎么算？'));
  expect(await ackOf(page, 'a1')).toMatchObject({ t: 'ack', seq: 1 });

  const phone = await dial(server, '/ws');
  phone.send(hello({ token: await token('mei') }));
  await phone.next('welcome');
  const { events } = await phone.next((frame) => frame.t === 'reset');
  expect((events as { body: unknown; from: { id: string } }[])[0]).toMatchObject({
    body: { text: '运费怎么算？' },
    from: { id: 'user:mei' },
  });

  const thief = await dial(server, '/ws');
  thief.send(hello({ token: await token('lin'), claim: secret }));
  expect(await thief.next('welcome')).toMatchObject({ claimed: false, conversations: [] });
  thief.send(hello({ nonce: 'n3', secret }));
  expect(await thief.next('nack')).toMatchObject({ class: 'reauth', code: 'secret-revoked', nonce: 'n3' });
});

/** Two processes on one file, and the second closes with the test. */
async function openLog(path: string) {
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return { store, log: createSqliteLog(store) };
}

const VISITOR = visitorId('inn', 'x'.repeat(43));
const from = { role: 'shopper', id: VISITOR } as const;
const claimed = (seq: number) => ({
  conversation: conversationId('one'),
  events: [
    event(seq, 'house:claimed', { from: { role: 'system', id: 'house' }, kind: 'claimed', body: { visitor: VISITOR } }),
  ],
});

test('rule 12: what was claimed is sealed as before, can be read, and is erased with the account', async () => {
  const { store, log } = await openLog(join(makeFolder(), 'log.db'));
  await log.insert([creation('one', [event(1, 'a', { from })], { subject: VISITOR })]);
  await log.insert([creation('two', [event(1, 'a')], { subject: 'user:lin' })]);
  const claim = { shop: 'inn', visitor: VISITOR, account: { id: 'user:mei', name: '梅' }, at: 1 };
  expect(await log.claim({ ...claim, batches: [claimed(2)] })).toBe('done');
  await log.insert([{ conversation: conversationId('one'), events: [event(3, 'b', { body: { text: 'after' } })] }]);
  expect((await log.read(conversationId('one'), 0, 9)).map(({ body }) => body['text'])).toEqual([
    'line 1',
    undefined,
    'after',
  ]);
  await store.run("DELETE FROM subject_key WHERE subject = 'user:mei'");
  store.keys.forget();
  expect((await log.read(conversationId('one'), 0, 9)).map(({ body }) => body)).toEqual([{}, {}, {}]);
  expect((await log.read(conversationId('two'), 0, 9)).map(({ body }) => body)).toEqual([{ text: 'line 1' }]);
});

test('rule 8: two processes on one file cannot open two conversations, and rule 12: one sees the claim of the other', async () => {
  const path = join(makeFolder(), 'log.db');
  const [one, other] = [await openLog(path), await openLog(path)];
  const created = await Promise.all([
    one.log.insert([creation('one', [event(1, 'a', { from })], { subject: VISITOR })]),
    other.log.insert([creation('two', [event(1, 'b', { from })], { subject: VISITOR })]),
  ]);
  expect(created.flat().sort()).toEqual([false, true]);
  const [open] = await one.log.openOf('inn', VISITOR);
  const batch = { ...claimed(2), conversation: open?.id ?? '' };
  const who = { shop: 'inn', visitor: VISITOR, account: { id: 'user:mei' }, at: 1 };
  expect(await other.log.claim({ ...who, batches: [batch] })).toBe('done');
  // The guess of an op that was on its way under the secret is lost.
  expect(await one.log.insert([{ conversation: batch.conversation, events: [event(2, 'c', { from })] }])).toEqual([
    false,
  ]);
  expect(await one.log.insert([creation('six', [event(1, 'a', { from })], { subject: VISITOR })])).toEqual([false]);
});

test('a file of the version before gets what it lacks, and keeps what it has', async () => {
  const path = join(makeFolder(), 'log.db');
  const before = await openSqliteStore(path);
  await createSqliteLog(before).insert([creation('one', [event(1, 'a', { from })], { subject: VISITOR })]);
  for (const sql of [
    'ALTER TABLE conversation DROP COLUMN sealed_for',
    'DROP TRIGGER account_erased',
    'DROP TABLE alias',
    'ALTER TABLE conversation DROP COLUMN first',
    'ALTER TABLE conversation DROP COLUMN snapshot',
    "UPDATE meta SET value = '1' WHERE name = 'schema'",
  ])
    await before.run(sql);
  await before.close();
  const { log } = await openLog(path);
  const who = { shop: 'inn', visitor: VISITOR, account: { id: 'user:mei' }, at: 1 };
  expect(await log.claim({ ...who, batches: [claimed(2)] })).toBe('done');
  expect((await log.read(conversationId('one'), 0, 1))[0]).toMatchObject({
    body: { text: 'line 1' },
    from: { id: 'user:mei' },
  });
});

/** Makes visitors and claims them one after the other, and prints every claim that was acknowledged. */
const CHILD = `
import { createSqliteLog } from ${JSON.stringify(built('engines/sqlite-log.js'))};
import { openSqliteStore } from ${JSON.stringify(built('engines/sqlite-store.js'))};
const log = createSqliteLog(await openSqliteStore(process.argv[1]));
for (let n = 0; ; n++) {
  const id = ('c' + n + '-' + '0'.repeat(20)).slice(0, 22);
  const visitor = 'visitor-' + n;
  const line = (seq) => ({ seq, id: 'op' + seq, at: 1, from: { role: 'shopper', id: visitor }, kind: 'text', body: { text: 'line ' + seq } });
  await log.insert([{ conversation: id, create: { id, shop: 'inn', subject: visitor, createdAt: 1 }, events: [line(1), line(2)] }]);
  const told = { seq: 3, id: 'house:claimed', at: 1, from: { role: 'system', id: 'house' }, kind: 'claimed', body: { visitor } };
  const batches = [{ conversation: id, events: [told] }];
  const result = await log.claim({ shop: 'inn', visitor, account: { id: 'user:' + n, name: 'Mei' }, at: 1, batches });
  if (result !== 'done') throw new Error(result);
  process.stdout.write(n + '\\n');
}`;

test('rule 12: kill -9 leaves every claim whole or not made, and none that was acknowledged undone', async () => {
  const path = join(makeFolder(), 'log.db');
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 40) child.kill('SIGKILL');
    });
    child.on('close', () => resolve());
  });
  const acknowledged = Number(said.trimEnd().split('\n').at(-1));
  expect(acknowledged).toBeGreaterThan(38);
  const { log } = await openLog(path);
  for (let n = 0; n <= acknowledged + 1; n++) {
    const id = conversationId(`c${n}`);
    const found = await log.head(id);
    const account = await log.aliasOf('inn', `visitor-${n}`);
    if (n <= acknowledged) expect(account).toBe(`user:${n}`);
    if (!found) continue;
    const subject = account ?? `visitor-${n}`;
    const events = await log.read(id, 0, 9);
    expect(found).toMatchObject({ record: { subject }, head: account === undefined ? 2 : 3 });
    expect(events.slice(0, 2).map(({ from: { id: author }, body }) => [author, body['text']])).toEqual([
      [subject, 'line 1'],
      [subject, 'line 2'],
    ]);
  }
});
