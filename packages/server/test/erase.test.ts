import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createContacts } from '../src/notices/contacts.ts';
import { createOrderChanges } from '../src/shops/order-changes.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';
import { conversationId } from './made-up.ts';
import { put, secretOf, uploadId } from './upload-calls.ts';

/** Every byte of every file below a folder. */
function bytesIn(folder: string): Buffer {
  const parts = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? bytesIn(path) : readFileSync(path);
  });
  return Buffer.concat(parts);
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const ROOM = conversationId('room');

/** A visitor with everything that is kept of one: words, a file, an address, a notice, a ticket, a change of an order. */
async function settleIn(dataDir: string) {
  const server = await openInn({ dataDir });
  const secret = secretOf('mei');
  const page = await dial(server, '/ws');
  page.send(hello({ secret }));
  const welcome = await page.next('welcome');
  const { id: subject } = welcome['principal'] as { id: string };
  const say = async (id: string, body: object, kind = 'text') => {
    page.send({ t: 'append', conversation: ROOM, id, kind, body });
    await page.next((frame) => frame.t === 'ack' && frame['id'] === id);
  };
  await say('a1', { text: '门铃在龙井路九号 doorbell-secret' });
  await put(server, 'mei', 'picture', PNG);
  await say('a2', { upload: uploadId('picture'), width: 1, height: 1, name: 'my-front-door.png' }, 'image');
  const contacts = createContacts(server.store, { shop: 'inn', secret: 'k', now: Date.now });
  await contacts.confirm((await contacts.add(subject, 'mei@front-door.example', false)).n);
  await server.store.run("INSERT INTO notice (conversation, seq, at, state) VALUES (?, 1, 1, 'sent')", ROOM);
  const cookie = await agentCookie(server, 'Tang', 'admin');
  const asAgent = { cookie, origin: ownOrigin(server), 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    ask(server, path, { method: 'POST', headers: asAgent, body: JSON.stringify(body) });
  await post('/desk/api/tickets', {
    id: 't1',
    type: 'complaint',
    conversation: ROOM,
    fields: { wish: 'ticket-secret' },
  });
  return { server, page, secret, subject, asAgent, post };
}

const secretsOf = (server: Awaited<ReturnType<typeof openInn>>) =>
  server.store.reader
    .prepare('SELECT key FROM subject_key')
    .all()
    .map(({ key }) => Buffer.from(key as Uint8Array));

test('erasing over the desk leaves nothing to read in any file: no word, no name, no address, no key, no sealed byte', async () => {
  const dataDir = makeFolder();
  const logged: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => logged.push(String(text)) > 0);
  const { server, page, subject, asAgent, post, secret } = await settleIn(dataDir);
  const desk = await dial(server, '/desk/ws', { cookie: asAgent.cookie, origin: asAgent.origin });
  desk.send(hello());
  await desk.next('welcome');
  desk.send({ t: 'watch', conversation: ROOM, on: true });
  await desk.next('reset');
  const sealed = server.store.reader
    .prepare('SELECT sealed FROM event UNION ALL SELECT sealed FROM contact UNION ALL SELECT name FROM attachment')
    .all()
    .map(({ sealed: bytes }) => Buffer.from(bytes as Uint8Array));
  const file = readdirSync(join(dataDir, 'uploads'))[0] ?? '';
  const stored = readFileSync(join(dataDir, 'uploads', file));
  const planted = [
    ...['门铃在龙井路九号', 'doorbell-secret', 'my-front-door', 'mei@front-door.example', 'ticket-secret', subject],
    ...secretsOf(server),
    ...sealed,
    stored,
  ];
  const found = () => planted.filter((one) => bytesIn(dataDir).includes(one));
  expect([sealed.length, secretsOf(server).length].map((count) => count > 1)).toEqual([true, true]);
  expect(found().length).toBeGreaterThan(sealed.length);
  const { status, text } = await post('/desk/api/shopper/erase', { conversation: ROOM, sure: true });
  expect([status, text]).toEqual([200, '{"erased":true}']);
  expect(found()).toEqual([]);
  expect(existsSync(join(dataDir, 'uploads', file))).toBe(false);
  // The shopper, who was connected, and the agent, who was watching, hold nothing any more either.
  const events = (frame: Record<string, unknown>) => frame['events'] as { kind: string }[];
  for (const line of [page, desk]) {
    const reset = await line.next((frame) => frame.t === 'reset' && events(frame)[0]?.kind === 'closed');
    expect(events(reset)).toHaveLength(1);
  }
  const list = await ask(server, '/desk/api/tickets', { headers: asAgent });
  expect(JSON.parse(list.text)).toMatchObject({ tickets: [], gone: [expect.stringMatching(/^\d{6}-0001$/)] });
  // Who goes on writing is somebody new to the house.
  page.send(append(ROOM, 'a9', '还在吗'));
  expect(await page.next('nack')).toMatchObject({ class: 'retry', code: 'conversation-closed' });
  page.send(append(conversationId('next'), 'a9', '还在吗'));
  expect(await page.next('ack')).toMatchObject({ id: 'a9', seq: 1 });
  // A device that was away is told by its cursor, and a repeat of what was erased is an ack.
  const away = await dial(server, '/ws');
  away.send(hello({ secret, cursors: [{ conversation: ROOM, epoch: server.store.epoch, seq: 2 }] }));
  expect(events(await away.next((frame) => frame.t === 'reset' && frame['conversation'] === ROOM))).toHaveLength(1);
  away.send(append(ROOM, 'a1', '门铃'));
  expect(await away.next('ack')).toMatchObject({ id: 'a1', seq: 1 });
  expect((await post('/desk/api/shopper/erase', { conversation: ROOM, sure: true })).status).toBe(404);
  const { entries } = JSON.parse((await ask(server, '/desk/api/audit', { headers: asAgent })).text) as {
    entries: { what: string; name?: string }[];
  };
  expect(entries.map(({ what, name = '-' }) => `${name} ${what}`)).toEqual([
    'Tang erase.done',
    'Tang erase.asked',
    'Tang read.conversation',
  ]);
  write.mockRestore();
  expect(logged.join('')).not.toMatch(/门铃|secret|front-door/);
});

test('an account is erased with what its visitors wrote, its changes of orders, and what ties them together', async () => {
  const server = await openInn();
  const { store } = server;
  await createOrderChanges(store, 'inn', Date.now).change('mei', 'o1', { text: 'West Lake Road 9' }, 'k1');
  await store.run("INSERT INTO alias (shop, visitor, account, at) VALUES ('inn', 'visitor-1', 'user:mei', 1)");
  await store.obtainKey('inn', 'visitor-1');
  await server.privacy.erasures.erase('user:mei', 'command');
  const left = (table: string) => Number(store.reader.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  expect(['subject_key', 'alias', 'order_change', 'contact', 'upload'].map(left)).toEqual([0, 0, 0, 0, 0]);
  expect(store.reader.prepare('SELECT subject, state FROM erasure').all()).toEqual([{ subject: '', state: 'done' }]);
  // Again is no harm.
  await server.privacy.erasures.erase('user:mei', 'command');
  expect(left('erasure')).toBe(2);
});

test('an erasure that a crash cut off goes on where it was when the server starts again', async () => {
  const dataDir = makeFolder();
  const { server, subject } = await settleIn(dataDir);
  const { store } = server;
  // As far as a kill in the middle leaves it: the wish is recorded, the words are gone, the key and the rest are not.
  await store.run(
    "INSERT INTO erasure (shop, subject, who, asked_at, state) VALUES ('inn', ?, 'command', 1, 'asked')",
    subject,
  );
  await store.erase(ROOM, 1);
  const key = Buffer.from(store.keys.find('inn', subject) ?? []);
  await server.close();
  expect(bytesIn(dataDir).includes(key)).toBe(true);
  const again = await openInn({ dataDir });
  await vi.waitFor(
    () => expect(again.store.reader.prepare('SELECT state FROM erasure').all()).toEqual([{ state: 'done' }]),
    5_000,
  );
  for (const one of [key, subject, 'mei@front-door.example']) expect(bytesIn(dataDir).includes(one)).toBe(false);
  expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
});

test('only admins give out and erase, and an agent learns nothing of another group’s shopper', async () => {
  const { server, asAgent, post } = await settleIn(makeFolder());
  const cookie = await agentCookie(server, 'Lin');
  const headers = { cookie, origin: ownOrigin(server) };
  const status = async (path: string, method = 'GET', body?: string) =>
    (await ask(server, path, { method, headers, ...(body ? { body } : {}) })).status;
  const sure = JSON.stringify({ conversation: ROOM, sure: true });
  expect([
    await status(`/desk/api/shopper/export.json?conversation=${ROOM}`),
    await status(`/desk/api/shopper/export.html?conversation=${ROOM}`),
    await status('/desk/api/shopper/erase', 'POST', sure),
    await status('/desk/api/audit'),
    await status('/desk/api/me'),
    (await ask(server, '/desk/api/me')).status,
    (await post('/desk/api/shopper/erase', { conversation: ROOM })).status,
    (await post('/desk/api/shopper/erase', { conversation: conversationId('none'), sure: true })).status,
    (await ask(server, '/desk/api/shopper/erase', { headers: asAgent })).status,
  ]).toEqual([403, 403, 403, 403, 200, 401, 400, 404, 405]);
});
