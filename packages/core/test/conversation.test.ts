import { createDeskClient } from '@xiaoer/core/desk';
import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, talk, usedDisk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const OTHER = 'd'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (conversation: string, head: number, epoch = 'A') => [{ conversation, epoch, head }];

test('rule 8 of the server: nack use addresses everything un-acked to the open conversation, under its own ids', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('one');
  await say('two');
  await greet();
  server.heard();
  const [one, two] = [server.op('one'), server.op('two')];
  server.nack(one, 'retry', 'use', { use: OTHER });
  server.nack(two, 'retry', 'use', { use: OTHER });
  await env.settle();
  expect(server.heard()).toEqual(['append o1 text one in c2', 'append o2 text two in c2 after o1', 'hello secret']);
  server.welcome(undefined, open(OTHER, 1));
  server.events(OTHER, [eventOf(1, BOT, 'welcome back')]);
  server.events(OTHER, [eventFor(one, 2), eventFor(two, 3)]);
  await env.settle();
  expect(lines()).toEqual(['1 bot welcome back', '2 shopper one sent', '3 shopper two sent']);
});

test('rule 8 of the server: after closed a message opens a new conversation, which the timeline then shows', async () => {
  const { client, server, greet, say, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 2));
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'old'), eventOf(2, AGENT, { reason: 'agent' }, 'e2', 'closed')]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper old sent', '2 agent closed']);
  server.name('c', CONVERSATION);
  server.heard();
  await client.rate(5);
  await say('new');
  expect(server.heard()).toEqual(['append o1 rating {"state":"given","score":5} in c1', 'append o2 text new in c2']);
  expect(lines()).toEqual(['- shopper new sending']);
});

test('conversation-closed: the op goes to a new conversation; a rating fails instead', async () => {
  const { client, server, greet, say, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 1));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'old')]);
  await env.settle();
  server.heard();
  await client.rate(4);
  await say('late');
  const [rating, late] = server.ops();
  if (!rating || !late) throw new Error('two ops were sent');
  server.nack(rating, 'retry', 'conversation-closed');
  server.nack(late, 'retry', 'conversation-closed');
  await env.settle();
  expect(server.heard().slice(2)).toEqual(['append o2 text late in c2']);
  expect(client.outbox.value.map(({ content, status }) => `${content.kind} ${status}`)).toEqual([
    'rating failed',
    'text sending',
  ]);
  expect(lines()).toEqual(['- shopper late sending']);
});

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
  expect(rows.filter(({ key }) => key[0] === 'event').map(({ key }) => key[2])).toEqual([1, 2]);
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

test('typing of others ends by itself or with a message; the own is renewed while keys come', async () => {
  const { client, server, greet, say, env } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 1));
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'hi')]);
  await env.settle();
  server.heard();
  const typing = { t: 'signal', name: 'typing', conversation: CONVERSATION, from: AGENT, body: { on: true } } as const;
  server.send(typing);
  await env.advance(5_999);
  expect(client.typing.value.map(({ from }) => from.name)).toEqual(['Li']);
  await env.advance(1);
  expect(client.typing.value).toEqual([]);
  server.send(typing);
  server.events(CONVERSATION, [eventOf(2, AGENT, 'hello')]);
  await env.settle();
  expect(client.typing.value).toEqual([]);

  client.setTyping(true);
  await env.advance(1_000);
  client.setTyping(true);
  await env.advance(8_000);
  expect(server.heard()).toEqual([
    'signal typing {"on":true}',
    'signal typing {"on":true}',
    'signal typing {"on":true}',
    'signal typing {"on":true}',
    'signal typing {"on":false}',
  ]);
  client.setTyping(true);
  await say('sent');
  expect(server.heard()).toEqual([
    'signal typing {"on":true}',
    'signal typing {"on":false}',
    'append o1 text sent in c1',
  ]);
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

test('the page is told to the desk once the conversation exists there', async () => {
  const { client, server, greet, say, env } = talk();
  client.setPage({ product: 'p1' });
  client.connect();
  await say('hi');
  await greet();
  server.heard();
  server.ack(server.op('hi'), 1);
  await env.settle();
  client.setPage({ product: 'p2' });
  expect(server.heard()).toEqual(['signal page {"product":"p1"}', 'signal page {"product":"p2"}']);
});

test('queue and presence: the live place ends with the wait', async () => {
  const { client, server, greet, env, told } = talk();
  client.connect();
  await greet(undefined, open(CONVERSATION, 1));
  server.events(CONVERSATION, [eventOf(1, BOT, { state: 'requested' }, 'e1', 'handoff')]);
  server.send({ t: 'signal', name: 'queue', conversation: CONVERSATION, body: { position: 3 } });
  server.send({ t: 'signal', name: 'presence', body: { agents: 4 } });
  await env.settle();
  expect([client.queue.value, client.shop.value?.agents]).toEqual([{ position: 3 }, 4]);
  server.events(CONVERSATION, [
    eventOf(2, AGENT, { state: 'joined', agent: { id: 'li', name: 'Li' } }, 'e2', 'handoff'),
  ]);
  await env.settle();
  expect(client.queue.value).toBe(null);
  expect(told.filter((line) => line.startsWith('handoff'))).toEqual(['handoff queued', 'handoff agent']);
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

test('rule 4: what waited for a conversation that was closed goes before what is written afterwards', async () => {
  const { client, server, greet, say, env } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 1));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'old')]);
  await env.settle();
  await say('late');
  server.heard();
  server.events(CONVERSATION, [eventOf(2, AGENT, {}, 'e2', 'closed')]);
  await env.settle();
  const late = server.op('late');
  await say('after');
  expect(server.heard()).toEqual(['append o1 text late in c2', 'append o2 text after in c2 after o1']);
  server.nack(late, 'retry', 'conversation-closed');
  await env.settle();
  expect(server.heard()).toEqual([]);
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
