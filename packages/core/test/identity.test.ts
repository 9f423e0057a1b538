import { createClient, versioned } from '@xiaoer/core';
import { BOT, eventFor, eventOf, fakeEnv, scriptedServer } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, talk, usedDisk } from './talk.ts';

const tokenOf = (sub: string, mark = sub) => `h.${btoa(JSON.stringify({ sub }))}.${mark}`;

test('rules 2 and 11: after a reload what was stored is shown before the link, and a message from offline leaves', async () => {
  const place = disk();
  const first = talk({ openStore: place.open });
  first.client.connect();
  await first.say('one');
  await first.greet();
  const op = first.server.op('one');
  first.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'yes')]);
  await first.env.settle();
  first.server.cut();
  await first.say('offline');
  first.client.destroy();

  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.env.settle();
  expect(second.lines()).toEqual(['1 shopper one sent', '2 bot yes', '- shopper offline queued']);
  expect(second.client.unread.value).toBe(1);
  await second.greet(undefined, [{ conversation: op.conversation, epoch: 'A', head: 2 }]);
  expect(second.server.heard()).toEqual(['open', 'hello secret c1@A:2', 'append o1 text offline in c1']);
});

test('rule 11: pagehide closes and blanks, pageshow shows again and says hello with the cursor', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('one');
  await greet();
  const op = server.op('one');
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.settle();
  server.heard();
  await env.live('pagehide');
  expect([server.heard(), lines()]).toEqual([['bye c1@A:1', 'close'], []]);
  await env.advance(60_000);
  await env.live('pageshow');
  expect(lines()).toEqual(['1 shopper one sent']);
  await greet();
  expect(server.heard()).toEqual(['open', 'hello secret c1@A:1']);
});

test('rule 11: a page from the back/forward cache whose identity was wiped meanwhile shows nothing of it', async () => {
  const place = disk();
  const { client, say, env, lines, server } = talk({ openStore: place.open });
  client.connect();
  await say('mine');
  await env.live('pagehide');
  await place.stores.get('inn:visitor')?.wipe();
  server.heard();
  await env.live('pageshow');
  expect(lines()).toEqual([]);
  server.accept();
  await env.settle();
  expect(server.heard()).toEqual(['open', 'hello']);
});

test('rule 12: logout wipes what was stored and starts as a new visitor', async () => {
  const place = disk();
  const { client, say, env, lines, server, greet } = talk({ openStore: place.open });
  client.connect();
  await say('mine');
  await greet();
  await client.logout();
  expect([...place.stores.values()].map((store) => store.list([]))).toHaveLength(1);
  expect(await place.stores.get('inn:visitor')?.list([])).toEqual([]);
  expect(lines()).toEqual([]);
  server.heard();
  await greet(null);
  expect(client.principal.value).toBe(null);
  await say('new');
  expect(server.heard()).toEqual(['hello', 'hello secret']);
  expect(lines()).toEqual(['- shopper new queued']);
  expect(env.lines).toEqual([]);
});

test('rule 12: an op of A is never sent under B, and A is wiped', async () => {
  const place = disk();
  const { client, server, env, greet, say, lines } = talk({ openStore: place.open });
  client.connect();
  await env.settle();
  const a = client.identify(async () => tokenOf('a'));
  await greet({ role: 'shopper', id: 'user:a' });
  await a;
  server.cut();
  await say('by a');
  expect([...place.stores.keys()]).toEqual(['inn:user:a']);
  const b = client.identify(async () => tokenOf('b'));
  await env.advance(1_000);
  await greet({ role: 'shopper', id: 'user:b' });
  await b;
  await say('by b');
  expect(lines()).toEqual(['- shopper by b sending']);
  expect(server.heard().filter((line) => /append|token/.test(line))).toEqual([
    'hello token=a',
    'hello token=b',
    'append o1 text by b in c1',
  ]);
  expect(await place.stores.get('inn:user:a')?.list([])).toEqual([]);
});

test('rule 12: a refresh that names another subject is refused', async () => {
  const tokens = [tokenOf('a', 't1'), tokenOf('b', 't2')];
  const { client, server, env, greet } = talk();
  client.connect();
  const a = client.identify(async () => tokens.shift() ?? '');
  await greet({ role: 'shopper', id: 'user:a' });
  await a;
  server.heard();
  server.send({ t: 'auth-soon', inMs: 60_000 });
  await env.settle();
  expect(server.heard()).toEqual([]);
});

test('rule 12: identify refuses what is no token, and a callback that never answers, and changes nothing', async () => {
  const { client, env, say, lines } = talk();
  await say('mine');
  await expect(client.identify(async () => 'nonsense')).rejects.toMatchObject({ code: 'token-invalid' });
  const slow = client.identify(() => new Promise(() => {}));
  const refused = expect(slow).rejects.toMatchObject({ code: 'token-unavailable' });
  await env.advance(10_000);
  await refused;
  expect(lines()).toEqual(['- shopper mine queued']);
});

test('rule 12: a token refresh that ends after logout does nothing', async () => {
  let answer: (token: string) => void = () => {};
  let count = 0;
  const { client, server, env, greet } = talk();
  client.connect();
  const signed = client.identify(() =>
    count++ ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(tokenOf('a')),
  );
  await greet({ role: 'shopper', id: 'user:a' });
  await signed;
  server.send({ t: 'auth-soon', inMs: 1_000 });
  await env.settle();
  await client.logout();
  await greet(null);
  server.heard();
  answer(tokenOf('a', 'late'));
  await env.advance(5_000);
  expect(server.heard()).toEqual([]);
});

test('rule 14: a store of a newer schema is left alone, and memory is used', async () => {
  const place = disk();
  const store = await place.open('inn:visitor');
  await store.transact([], () => [{ put: ['schema'], value: 99 }]);
  const { say, lines, client } = talk({ openStore: async (name) => versioned(await place.open(name)) });
  await say('hi');
  expect(lines()).toEqual(['- shopper hi queued unsaved']);
  expect(client.connection.value.durable).toBe(false);
  expect(await store.list([])).toEqual([{ key: ['schema'], value: 99 }]);
});

test('rule 9: a store that does not open within 3 s is replaced by memory', async () => {
  const { client, env, lines } = talk({ openStore: () => new Promise(() => {}) });
  void client.send('text', { text: 'hi' });
  await env.advance(2_999);
  expect(lines()).toEqual([]);
  await env.advance(1);
  expect(lines()).toEqual(['- shopper hi queued unsaved']);
});

test('destroy leaves no timer and no listener', async () => {
  const env = fakeEnv();
  const server = scriptedServer();
  const client = createClient({ shop: 'inn', transport: server.transport, env, openStore: disk().open });
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  server.welcome(null);
  void client.send('text', { text: 'hi' });
  await env.settle();
  server.welcome();
  client.setTyping(true);
  await env.settle();
  expect(env.timers()).toBeGreaterThan(0);
  client.destroy();
  await env.settle();
  expect([env.timers(), env.listeners()]).toEqual([0, 0]);
  await env.live('visible');
  expect(server.heard().at(-1)).toBe('close');
});

test('a client that was disconnected or destroyed while it read its store does not connect', async () => {
  const one = talk(returning());
  one.client.connect();
  one.client.disconnect();
  await one.env.advance(10_000);
  expect(one.server.heard()).toEqual([]);
  const two = talk(returning());
  two.client.connect();
  two.client.destroy();
  two.client.connect();
  await two.env.advance(10_000);
  expect(two.server.heard()).toEqual([]);
});

test('rule 12: a session never takes over the secret of a store that it could not read when it began', async () => {
  const place = usedDisk();
  let broken = true;
  const open = (name: string) => (broken ? Promise.reject(new Error('blocked')) : place.open(name));
  const { client, server, greet, say, env, lines } = talk({ openStore: open });
  client.connect();
  await say('one');
  await greet();
  broken = false;
  await env.live('pagehide');
  await env.live('pageshow');
  await say('two');
  await greet();
  expect(lines()).toEqual(['- shopper one sending unsaved', '- shopper two sending unsaved']);
  expect(server.heard().filter((line) => line.startsWith('hello'))).toEqual(['hello secret', 'hello secret']);
  const rows = await place.stores.get('inn:visitor')?.list(['op']);
  expect(rows).toEqual([]);
});

test('rule 11: out of the back/forward cache a page stays blank until its store says whose it is', async () => {
  const place = disk();
  let broken = false;
  const open = (name: string) => (broken ? Promise.reject(new Error('blocked')) : place.open(name));
  const { client, say, env, lines } = talk({ openStore: open });
  client.connect();
  await say('one');
  await env.live('pagehide');
  broken = true;
  await env.live('pageshow');
  await env.advance(1_500);
  expect(lines()).toEqual([]);
  broken = false;
  await env.advance(500);
  expect(lines()).toEqual(['- shopper one queued']);
});
