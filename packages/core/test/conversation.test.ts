import { createDeskClient } from '@xiaoer/core/desk';
import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, storedEvents, talk, usedDisk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const OTHER = 'd'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (conversation: string, head: number, epoch = 'A') => [{ conversation, epoch, head }];

test('rule 16: a reset replaces rows and cursor, sends again what is absent, and reports what is gone', async () => {
  const place = disk();
  const { client, server, greet, say, env, lines, told } = talk({ openStore: place.open });
  client.connect();
  await greet(undefined, open(CONVERSATION, 3));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, BOT, 'a'), eventOf(2, BOT, 'b'), eventOf(3, BOT, 'c')]);
  await say('found');
  await say('lost');
  const [found, lost] = [server.op('found'), server.op('lost')];
  server.ack(found, 4);
  server.ack(lost, 5);
  await env.settle();
  expect(lines().slice(3)).toEqual(['- shopper found sent', '- shopper lost sent']);
  server.heard();
  server.send({
    t: 'reset',
    conversation: CONVERSATION,
    epoch: 'B',
    events: [eventOf(1, BOT, 'a'), eventFor(found, 2)],
    head: 2,
    first: 1,
  });
  await env.settle();
  expect(lines()).toEqual(['1 bot a', '2 shopper found sent', '- shopper lost sending']);
  expect(server.heard()).toEqual(['append o2 text lost in c1']);
  expect(told.filter((line) => line.startsWith('history'))).toEqual(['history-reset 2']);
  const rows = (await place.stores.get('inn:visitor')?.list([])) ?? [];
  expect(storedEvents(rows).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(rows.find(({ key }) => key[0] === 'conversation')?.value).toMatchObject({ epoch: 'B', seq: 2 });
});

test('rule 16: a shopper whose cursor is of another epoch sends nothing before the reset has come', async () => {
  const place = disk();
  const first = talk({ openStore: place.open });
  first.client.connect();
  await first.say('hi');
  await first.greet();
  const op = first.server.op('hi');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await first.env.settle();
  first.client.destroy();
  const { client, server, greet, say, env, lines } = talk({ openStore: place.open, resume: true, seed: 3 });
  await say('more');
  client.connect();
  await greet(undefined, open(op.conversation, 1, 'B'));
  expect(server.heard()).toEqual(['open', 'hello secret c1@A:1']);
  server.send({ t: 'reset', conversation: op.conversation, epoch: 'B', events: [eventFor(op, 1)], head: 1, first: 1 });
  await env.settle();
  expect(lines()).toEqual(['1 shopper hi sent', '- shopper more sending']);
});

test('unread counts messages of others beyond the own mark, and one mark is sent a change', async () => {
  const place = usedDisk();
  const { client, server, greet, env, told } = talk({ openStore: place.open, resume: true });
  client.connect();
  await greet(undefined, open(CONVERSATION, 0));
  client.markRead();
  server.events(CONVERSATION, [
    eventOf(1, SHOPPER, 'hi'),
    eventOf(2, BOT, 'one'),
    eventOf(3, BOT, {}, 'e3', 'hidden'),
    eventOf(4, BOT, { state: 'queued' }, 'e4', 'handoff'),
    eventOf(5, BOT, 'two'),
  ]);
  await env.settle();
  server.heard();
  client.markRead();
  client.markRead();
  await env.settle();
  client.markRead();
  await env.settle();
  expect(server.heard()).toEqual(['append o1 read {"upTo":5} in c1']);
  expect(told.filter((line) => line.startsWith('unread'))).toEqual(['unread 2', 'unread 0']);
  client.destroy();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.env.settle();
  expect(second.client.unread.value).toBe(0);
});

test('older pages go before the log, and offline nothing is asked', async () => {
  const { client, server, greet, env, lines } = talk();
  client.connect();
  await greet(undefined, open(CONVERSATION, 4));
  const events = [1, 2, 3, 4].map((seq) => eventOf(seq, BOT, `m${seq}`));
  server.send({ t: 'reset', conversation: CONVERSATION, epoch: 'A', events: events.slice(2), head: 4, first: 1 });
  await env.settle();
  server.heard();
  expect(client.hasOlder.value).toBe(true);
  const loaded = client.loadOlder();
  void client.loadOlder();
  await env.settle();
  expect(server.heard()).toEqual(['pull c1 before 3']);
  const { nonce } = server.lastPull();
  server.send({ t: 'events', conversation: CONVERSATION, epoch: 'A', events: events.slice(0, 2), first: 1, nonce });
  await loaded;
  expect(lines()).toEqual(['1 bot m1', '2 bot m2', '3 bot m3', '4 bot m4']);
  expect(client.hasOlder.value).toBe(false);
  server.cut();
  await client.loadOlder();
});

test('an agent watches conversations with cursors on every link, names serving, and folds the inbox', async () => {
  const { server, greet, env } = talk();
  const client = createDeskClient({ shop: 'inn', transport: server.transport, env });
  client.connect();
  await greet(AGENT);
  const row = { conversation: CONVERSATION, mode: 'queued', serving: 2, head: 2, shopper: SHOPPER } as const;
  server.send({ t: 'signal', name: 'inbox', body: { rows: [row], gone: [], all: true } });
  server.send({ t: 'signal', name: 'inbox', body: { rows: [{ ...row, conversation: OTHER }], gone: [] } });
  server.send({ t: 'signal', name: 'inbox', body: { rows: [{ ...row, mode: 'agent' }], gone: [OTHER] } });
  await env.settle();
  expect(client.inbox.value.map(({ mode }) => mode)).toEqual(['agent']);

  const conversation = client.conversation(CONVERSATION);
  expect(client.conversation(CONVERSATION)).toBe(conversation);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'hi'), eventOf(2, BOT, { text: 'careful' }, 'e2', 'note')]);
  await env.settle();
  expect(conversation.messages.value.map(({ content }) => content.kind)).toEqual(['text', 'note']);
  await conversation.send('handoff', { state: 'joined' }, { serving: 2 });
  await env.settle();
  expect(server.heard()).toEqual([
    'open',
    'hello',
    'watch c1 on',
    'append o1 handoff {"state":"joined"} in c1 serving 2',
  ]);
  server.nack(server.ops()[0] as never, 'rejected', 'serving-changed');
  await env.settle();
  expect(conversation.messages.value.at(-1)).toMatchObject({ status: 'failed', error: 'serving-changed' });
  server.cut();
  await env.advance(500);
  await greet(AGENT);
  expect(server.heard()).toEqual(['close', 'open', 'hello', 'watch c1 on c1@A:2']);
  conversation.leave();
  expect(server.heard()).toEqual(['watch c1 off']);
});

test('a card is answered, and a rating given, from the moment it is written; a refusal opens it again', async () => {
  const { client, server, greet, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 2));
  const options = [{ label: 'A', value: 'a' }];
  server.events(CONVERSATION, [
    eventOf(1, BOT, { text: 'which?', options }, 'e1', 'choices'),
    eventOf(2, AGENT, { state: 'asked' }, 'e2', 'rating'),
  ]);
  await env.settle();
  const id = await client.send('text', { text: 'A', reply: { to: 1, value: 'a' } });
  await client.rate(5);
  expect(lines().slice(0, 2)).toEqual(['1 bot which? answer=a', '2 agent rating answer=5']);
  server.nack(server.op('A'), 'rejected', 'forbidden');
  await env.settle();
  expect(lines()[0]).toBe('1 bot which?');
  await client.discard(id);
  expect(lines()).toEqual(['1 bot which?', '2 agent rating answer=5']);
});
