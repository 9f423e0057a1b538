import { BOT, eventFor, eventOf } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, talk } from './talk.ts';

test('rule 1: an op is in the store before it is on the link, and the secret is made with it', async () => {
  const place = disk();
  const { env, server, client, greet, say, lines } = talk({ openStore: place.open });
  client.connect();
  await greet(null);
  expect(server.heard()).toEqual(['open', 'hello']);
  expect(place.stores.size).toBe(0);

  await say('你好');
  const rows = (await place.stores.get('inn:visitor')?.list([])) ?? [];
  expect(rows.map(({ key }) => key[0])).toEqual(['conversation', 'install', 'n', 'op', 'secret']);
  expect(rows.find(({ key }) => key[0] === 'secret')?.value).toMatch(/^[\w-]{43}$/);
  expect(server.heard()).toEqual(['hello secret']);
  expect(lines()).toEqual(['- shopper 你好 queued']);

  server.welcome();
  await env.settle();
  expect(server.heard()).toEqual(['append o1 text 你好 in c1']);
  expect(lines()).toEqual(['- shopper 你好 sending']);
});

test('rule 1: without a store an op is sent all the same, and shown as not saved', async () => {
  const { client, server, greet, say, env, lines } = talk({ openStore: undefined });
  client.connect();
  await greet(null);
  await say('hi');
  server.welcome();
  await env.settle();
  expect(server.heard().at(-1)).toBe('append o1 text hi in c1');
  expect(lines()).toEqual(['- shopper hi sending unsaved']);
});

test('rule 2: an acked op stays in the outbox until its event is stored', async () => {
  const place = disk();
  const { client, server, greet, say, env, lines } = talk({ openStore: place.open });
  client.connect();
  await say('hi');
  await greet();
  const op = server.op('hi');
  server.ack(op, 1);
  await env.settle();
  expect(lines()).toEqual(['- shopper hi sent']);
  expect(await place.stores.get('inn:visitor')?.list(['op'])).toHaveLength(1);
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper hi sent']);
  expect(client.outbox.value).toEqual([]);
  expect(await place.stores.get('inn:visitor')?.list(['op'])).toEqual([]);
});

test('rule 2: echo before ack, and echo without ack', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('one');
  await say('two');
  await greet();
  const [one, two] = [server.op('one'), server.op('two')];
  server.events(one.conversation, [eventFor(one, 1), eventOf(2, BOT, 'yes'), eventFor(two, 3)]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper one sent', '2 bot yes', '3 shopper two sent']);
  server.ack(one, 1);
  await env.settle();
  expect(client.outbox.value).toEqual([]);
  await env.advance(60_000);
  expect(client.outbox.value).toEqual([]);
});

test('rules 2 and 5: acked but never echoed: the client says hello again until the event comes', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('hi');
  await greet();
  const op = server.op('hi');
  server.ack(op, 1);
  await env.settle();
  server.heard();
  await env.advance(1_500);
  expect(server.heard()).toEqual(['hello secret c1@A:0']);
  server.welcome(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.advance(20_000);
  expect(lines()).toEqual(['1 shopper hi sent']);
  expect(server.heard()).toEqual([]);
});

test('rule 4: ops leave in order, each naming the un-acked op before it; a new link starts again from the first', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('one');
  await say('two');
  await say('three');
  await greet();
  expect(server.heard()).toEqual([
    'open',
    'hello secret',
    'append o1 text one in c1',
    'append o2 text two in c1 after o1',
    'append o3 text three in c1 after o2',
  ]);
  server.ack(server.op('one'), 1);
  await env.settle();
  server.cut();
  await env.settle();
  expect(lines()).toEqual(['- shopper one sent', '- shopper two queued', '- shopper three queued']);
  await env.advance(500);
  await greet();
  expect(server.heard()).toEqual([
    'close',
    'open',
    'hello secret c1@A:0',
    'append o2 text two in c1',
    'append o3 text three in c1 after o2',
  ]);
  await say('four');
  expect(server.heard()).toEqual(['append o4 text four in c1 after o3']);
});

test('rule 4: out-of-order starts again from the first un-acked op, once', async () => {
  const { client, server, greet, say, env } = talk();
  client.connect();
  for (const text of ['one', 'two', 'three']) await say(text);
  await greet();
  server.heard();
  const [one, two, three] = server.ops();
  if (!one || !two || !three) throw new Error('three ops were sent');
  server.nack(one, 'retry', 'out-of-order');
  server.nack(two, 'retry', 'out-of-order');
  server.nack(three, 'retry', 'out-of-order');
  await env.settle();
  expect(server.heard()).toEqual([
    'append o1 text one in c1',
    'append o2 text two in c1 after o1',
    'append o3 text three in c1 after o2',
  ]);
});

test('rule 7: a rejected op becomes visible, and ten behind it go on', async () => {
  const { client, server, greet, say, env, lines, told } = talk();
  client.connect();
  await say('bad');
  for (let n = 1; n <= 10; n++) await say(`n${n}`);
  await greet();
  server.heard();
  const [bad, ...rest] = server.ops();
  if (!bad) throw new Error('an op was sent');
  server.nack(bad, 'rejected', 'forbidden');
  for (const op of rest) server.nack(op, 'retry', 'out-of-order');
  await env.settle();
  expect(server.heard().slice(0, 2)).toEqual(['append o2 text n1 in c1', 'append o3 text n2 in c1 after o2']);
  for (const [n, op] of rest.entries()) server.events(op.conversation, [eventFor(op, n + 1)]);
  await env.settle();
  expect(lines()).toEqual([...rest.map((_, n) => `${n + 1} shopper n${n + 1} sent`), '- shopper bad failed forbidden']);
  expect(told).toContain('failed bad forbidden');

  await client.resend(bad.id);
  await env.settle();
  expect(server.heard()).toEqual(['append o1 text bad in c1']);
  server.nack(server.op('bad'), 'rejected', 'forbidden');
  await env.settle();
  await client.discard(bad.id);
  expect(client.outbox.value).toEqual([]);
});

test('rule 7: retry keeps the op, waits as asked, and parks it after 20 tries over an hour', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('hi');
  await greet();
  server.heard();
  server.nack(server.op('hi'), 'retry', 'busy', { retryAfter: 3_000 });
  await env.advance(2_999);
  expect(server.heard()).toEqual([]);
  await env.advance(1);
  expect(server.heard()).toEqual(['append o1 text hi in c1']);
  let tries = 1;
  while (!lines()[0]?.includes('failed') && tries < 100) {
    tries++;
    server.nack(server.op('hi'), 'retry', 'strange', { retryAfter: 200_000 });
    for (let second = 0; second < 200; second += 10) {
      await env.advance(10_000);
      server.send({ t: 'ping', heads: {} });
    }
  }
  expect([tries, lines()]).toEqual([20, ['- shopper hi failed strange']]);
});

test('rule 7: reauth refreshes once, keeps the outbox and sends it again', async () => {
  let count = 0;
  const token = async () => `h.${btoa(JSON.stringify({ sub: 'wang' }))}.t${++count}`;
  const { client, server, greet, env } = talk();
  client.connect();
  const identified = client.identify(token);
  await greet({ role: 'shopper', id: 'user:wang' });
  await identified;
  void client.send('text', { text: 'one' });
  void client.send('text', { text: 'two' });
  await env.settle();
  server.heard();
  for (const op of server.ops()) server.nack(op, 'reauth', 'token-expired');
  await env.advance(1_000);
  expect(count).toBe(2);
  expect(server.heard()).toEqual(['auth t2', 'append o1 text one in c1', 'append o2 text two in c1 after o1']);
});

test('rule 8: 200 ops at most, and what is no body of its kind is refused; the text stays with the caller', async () => {
  const { client } = talk();
  await expect(client.send('text', { text: '' })).rejects.toMatchObject({ code: 'invalid-body' });
  for (let n = 0; n < 200; n++) await client.send('text', { text: `${n}` });
  await expect(client.send('text', { text: 'more' })).rejects.toMatchObject({ code: 'outbox-full' });
  client.destroy();
});

test('rule 8: the send window bounds what is un-acked', async () => {
  const { client, server, greet, say, env } = talk();
  client.connect();
  for (let n = 0; n < 20; n++) await say(`${n}`);
  await greet();
  const ops = server.ops();
  expect(ops).toHaveLength(16);
  server.ack(ops[0] as (typeof ops)[0], 1);
  await env.settle();
  expect(server.ops().map(({ body }) => body['text'])).toEqual(['16']);
});

test('rule 8: after a day an op expires, but only once a replay has shown that the server does not have it', async () => {
  const { client, server, say, env, lines } = talk();
  await say('old');
  await say('had');
  await env.advance(24 * 3_600_000);
  await say('new');
  expect(lines().map((line) => line.split(' ')[3])).toEqual(['queued', 'queued', 'queued']);
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  const { conversation, id } = { conversation: 'c'.repeat(22), id: client.outbox.value[1]?.id ?? '' };
  server.welcome(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  await env.settle();
  expect(lines().map((line) => line.split(' ')[3])).toEqual(['queued', 'queued', 'queued']);
  server.events(conversation, [eventOf(1, { role: 'shopper', id: 'p' }, 'had', id)]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper had sent', '- shopper old expired', '- shopper new sending']);
});
