import { createDeskClient } from '@xiaoer/core/desk';
import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, talk, usedDisk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];
const TAKEN = { retracted: true };

test('a message is taken back: its words leave the screen at once, memory and store with the event', async () => {
  const place = usedDisk();
  const { client, server, greet, env, lines } = talk({ openStore: place.open, resume: true });
  client.connect();
  await greet(undefined, open(2));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'my card is 4711', 'mine'), eventOf(2, BOT, 'oh')]);
  await env.settle();
  server.heard();
  const stored = async () => JSON.stringify(await place.stores.get('inn:visitor')?.list(['event']));

  await client.retract('mine');
  await env.settle();
  expect(server.heard()).toEqual(['append o1 retracted {"target":1} in c1']);
  expect(lines()).toEqual(['1 shopper unknown sent retracted', '2 bot oh']);
  expect(await stored()).toContain('4711');
  await client.retract('mine');
  await env.settle();
  expect(server.heard()).toEqual([]);

  const [op] = server.ops();
  if (!op) throw new Error('an op was sent');
  server.events(CONVERSATION, [eventFor(op, 3)]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper unknown sent retracted', '2 bot oh']);
  expect(JSON.stringify(client.messages.value)).not.toContain('4711');
  expect(await stored()).not.toContain('4711');
  expect(client.outbox.value).toEqual([]);
  client.destroy();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.env.settle();
  expect(second.lines()).toEqual(['1 shopper unknown sent retracted', '2 bot oh']);
});

test('too late to take back: the message stands as before, and the host is told', async () => {
  const { client, server, greet, env, lines, told } = talk(returning());
  client.connect();
  await greet(undefined, open(1));
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'said', 'mine')]);
  await env.settle();
  await client.retract('mine');
  await env.settle();
  expect(lines()).toEqual(['1 shopper unknown sent retracted']);
  const [op] = server.ops();
  if (!op) throw new Error('an op was sent');
  server.nack(op, 'rejected', 'too-late');
  await env.settle();
  expect(lines()).toEqual(['1 shopper said sent']);
  expect(told.at(-1)).toBe('failed undefined too-late');
  expect(client.outbox.value).toEqual([]);
});

test('an op that never left is forgotten, and those behind it go', async () => {
  const place = disk();
  const { client, server, greet, say, lines } = talk({ openStore: place.open });
  client.connect();
  const oops = await say('oops');
  await say('hello');
  await client.retract(oops);
  expect(lines()).toEqual(['- shopper hello queued']);
  expect(await place.stores.get('inn:visitor')?.list(['op'])).toHaveLength(1);
  await greet();
  expect(server.heard()).toEqual(['open', 'hello secret', 'append o1 text hello in c1']);
});

test('an op that may have arrived is waited for, then taken back where the log has it', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  const id = await say('oops');
  await greet();
  server.cut();
  const done: string[] = [];
  void client.retract(id).then(() => done.push('wished'));
  await env.advance(500);
  await greet();
  expect([done, lines()]).toEqual([[], ['- shopper oops sending']]);
  server.heard();
  server.ack(server.op('oops'), 1);
  await env.settle();
  expect(server.heard()).toEqual(['append o2 retracted {"target":1} in c1']);
  expect(done).toEqual(['wished']);
});

test('an op that the server refuses while its author takes it back is forgotten', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  const id = await say('oops');
  await greet();
  const retracted = client.retract(id);
  await env.settle();
  server.nack(server.op('oops'), 'rejected', 'forbidden');
  await retracted;
  expect(lines()).toEqual([]);
});

test('what is no own message cannot be taken back, and a wish ends with its session', async () => {
  const { client, server, greet, say, env } = talk(returning());
  client.connect();
  await greet(undefined, open(1));
  server.events(CONVERSATION, [eventOf(1, BOT, 'theirs', 'theirs')]);
  await env.settle();
  await expect(client.retract('theirs')).rejects.toMatchObject({ code: 'not-found' });
  await expect(client.retract('none')).rejects.toMatchObject({ code: 'not-found' });
  const wish = client.retract(await say('on its way'));
  await env.settle();
  client.destroy();
  await expect(wish).rejects.toMatchObject({ code: 'signed-out' });
});

test('a message that was taken back before this reader came shows no words and is no news', async () => {
  const { client, server, greet, env, lines, told } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  server.events(CONVERSATION, [
    eventOf(1, AGENT, TAKEN),
    eventOf(2, SHOPPER, TAKEN),
    eventOf(3, AGENT, { target: 1 }, 'e3', 'retracted'),
  ]);
  await env.settle();
  expect(lines()).toEqual(['1 agent unknown retracted', '2 shopper unknown sent retracted']);
  expect([client.unread.value, told.filter((line) => line.startsWith('received'))]).toEqual([0, []]);
});

test('an agent takes a message back, and the shopper forgets its words', async () => {
  const { server, env, greet } = talk();
  const desk = createDeskClient({ shop: 'inn', transport: server.transport, env });
  desk.connect();
  await greet(AGENT);
  server.name('c', CONVERSATION);
  const conversation = desk.conversation(CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'hi'), eventOf(2, AGENT, 'free shipping!', 'promise')]);
  await env.settle();
  server.heard();
  await conversation.retract('promise');
  await env.settle();
  expect(server.heard()).toEqual(['append o1 retracted {"target":2} in c1']);
  expect(conversation.messages.value.map(({ retracted }) => retracted)).toEqual([undefined, true]);
});

test('seen follows the read marks of the other side, and only forward', async () => {
  const { client, server, greet, env } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  const read = (seq: number, from: typeof AGENT | typeof SHOPPER, upTo: number) =>
    server.events(CONVERSATION, [eventOf(seq, from, { upTo }, `e${seq}`, 'read')]);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'one'), eventOf(2, SHOPPER, 'two')]);
  const seen: number[] = [];
  client.seen.subscribe((upTo) => seen.push(upTo));
  read(3, SHOPPER, 2);
  read(4, AGENT, 1);
  read(5, { ...AGENT, id: 'agent:wu' } as never, 2);
  read(6, AGENT, 1);
  await env.settle();
  expect(seen).toEqual([0, 1, 2]);

  const here = talk({ seed: 2 });
  const desk = createDeskClient({ shop: 'inn', transport: here.server.transport, env: here.env });
  desk.connect();
  await here.greet(AGENT);
  const conversation = desk.conversation(CONVERSATION);
  here.server.events(CONVERSATION, [
    eventOf(1, AGENT, 'hi'),
    eventOf(2, { ...AGENT, id: 'agent:wu' }, { upTo: 1 }, 'e2', 'read'),
  ]);
  await here.env.settle();
  expect(conversation.seen.value).toBe(0);
  here.server.events(CONVERSATION, [eventOf(3, SHOPPER, { upTo: 1 }, 'e3', 'read')]);
  await here.env.settle();
  expect(conversation.seen.value).toBe(1);
});
