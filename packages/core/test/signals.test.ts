import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { returning, talk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (conversation: string, head: number, epoch = 'A') => [{ conversation, epoch, head }];

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
