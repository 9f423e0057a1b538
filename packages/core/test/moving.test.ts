import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { returning, talk } from './talk.ts';

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

test('what points at events of a conversation that is over is carried without the numbers', async () => {
  const { client, server, greet, env } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 1));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, BOT, 'which?')]);
  await env.settle();
  await client.send('text', { text: 'A', reply: { to: 1, value: 'a' }, quote: 1 });
  await client.send('form', { to: 1, answers: { size: 'L' } });
  for (const op of server.ops()) server.nack(op, 'retry', 'conversation-closed');
  await env.settle();
  expect(server.ops().map(({ kind, body }) => [kind, body])).toEqual([
    ['text', { text: 'A' }],
    ['form', { answers: { size: 'L' } }],
  ]);
});

test('a button of a card in a conversation that is over opens a new one, in which nothing is answered', async () => {
  const { client, server, greet, env } = talk(returning());
  client.connect();
  await greet(undefined, open(CONVERSATION, 2));
  server.events(CONVERSATION, [eventOf(1, BOT, 'which?'), eventOf(2, AGENT, {}, 'e2', 'closed')]);
  await env.settle();
  await client.send('text', { text: 'A', reply: { to: 1, value: 'a' } });
  await env.settle();
  expect(server.op('A').body).toEqual({ text: 'A' });
  expect(server.op('A').conversation).not.toBe(CONVERSATION);
});
