import { BOT, eventFor, eventOf } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, storedEvents, talk } from './talk.ts';

// Bugs of other people's clients, by the name under which they are known (RELIABILITY: named regressions).

const CONVERSATION = 'c'.repeat(22);
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];

test.each(['before ack', 'after ack', 'never'])(
  'echo %s: one row under one key, and the outbox is empty',
  async (when) => {
    const { client, server, greet, say, env, lines } = talk();
    client.connect();
    await say('hi');
    await greet();
    const op = server.op('hi');
    const key = client.messages.value[0]?.key;
    const echo = () => server.events(op.conversation, [eventFor(op, 1)]);
    if (when === 'before ack') echo();
    server.ack(op, 1);
    if (when === 'after ack') echo();
    if (when === 'never') {
      await env.advance(1_500);
      server.welcome(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
      echo();
    }
    await env.settle();
    expect(lines()).toEqual(['1 shopper hi sent']);
    expect([client.messages.value[0]?.key, client.outbox.value]).toEqual([key, []]);
  },
);

test('rejection with ten messages behind it: the ten arrive in order, the one stands as failed below them', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('bad');
  for (let n = 1; n <= 10; n++) await say(`n${n}`);
  await greet();
  const [bad, ...rest] = server.ops();
  if (!bad) throw new Error('an op was sent');
  server.nack(bad, 'rejected', 'invalid-body');
  server.events(
    bad.conversation,
    rest.map((op, n) => eventFor(op, n + 1)),
  );
  await env.settle();
  expect(lines()).toEqual([
    ...rest.map((_, n) => `${n + 1} shopper n${n + 1} sent`),
    '- shopper bad failed invalid-body',
  ]);
});

test('poison message: an event that cannot be read takes its place in the log, and those behind it come', async () => {
  const { client, server, greet, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  server.events(CONVERSATION, [
    eventOf(1, BOT, { text: 7, reply: 'x' }),
    eventOf(2, BOT, { of: 'x' }, 'e2', 'final'),
    eventOf(3, BOT, { target: 'x' }, 'e3', 'retracted'),
    eventOf(4, BOT, { upTo: [] }, 'e4', 'read'),
    eventOf(5, BOT, {}, 'e5', '__proto__'),
    eventOf(6, BOT, 'and on'),
  ]);
  await env.settle();
  expect(lines().at(-1)).toBe('6 bot and on');
  server.cut();
  await env.advance(500);
  server.heard();
  await greet(undefined, open(6));
  expect(server.heard().at(-1)).toBe('hello secret c1@A:6');
});

test('poison message: an op that the server never takes is parked, visible, and the others are sent', async () => {
  const place = disk();
  const { client, server, greet, say, env, lines } = talk({ openStore: place.open });
  client.connect();
  await say('poison');
  await greet();
  server.nack(server.op('poison'), 'rejected', 'too-large');
  await say('fine');
  await env.settle();
  expect(lines()).toEqual(['- shopper poison failed too-large', '- shopper fine sending']);
  client.destroy();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.greet();
  expect(second.lines()[0]).toBe('- shopper poison failed too-large');
  expect(second.server.ops().map(({ body }) => body['text'])).toEqual(['fine']);
});

test('one huge value: what is too large to send is refused before it is stored, what comes is stored and shown', async () => {
  const place = disk();
  const { client, server, greet, say, env, lines } = talk({ openStore: place.open });
  client.connect();
  await greet(null);
  const huge = '长'.repeat(20_000);
  await expect(client.send('text', { text: huge })).rejects.toMatchObject({ code: 'invalid-body' });
  expect(place.stores.size).toBe(0);
  await say('small');
  server.welcome(undefined, []);
  await env.settle();
  const op = server.op('small');
  server.events(op.conversation, [eventOf(1, BOT, huge.repeat(50)), eventFor(op, 2)]);
  await env.settle();
  expect(lines().at(-1)).toBe('2 shopper small sent');
  expect(client.messages.value[0]?.content.body).toEqual({ text: huge.repeat(50) });
  expect(storedEvents((await place.stores.get('inn:visitor')?.list([])) ?? [])).toHaveLength(2);
});
