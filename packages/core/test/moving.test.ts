import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { returning, talk, usedDisk } from './talk.ts';

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

/** A returning shopper whose outbox holds texts: of each its text and conversation, in their order. */
function waiting(...ops: readonly (readonly [text: string, conversation: string])[]) {
  const disk = usedDisk();
  void disk.stores.get('inn:visitor')?.transact([], () =>
    ops.map(([text, conversation], n) => ({
      put: ['op', n + 1],
      value: {
        n: n + 1,
        id: `${n}`.repeat(22),
        conversation,
        kind: 'text',
        body: { text },
        state: 'queued',
        age: 0,
        at: 1,
      },
    })),
  );
  return disk;
}

test('rule 4: what is on its way to the open conversation is sent again behind what was written before it and comes there late', async () => {
  // A restore took both conversations; the first op makes one of them anew.
  const { client, server, env } = talk({
    openStore: waiting(['a', CONVERSATION], ['b', OTHER], ['c', CONVERSATION], ['d', OTHER]).open,
    resume: true,
  });
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  server.welcome();
  await env.settle();
  server.name('c', CONVERSATION);
  server.name('c', OTHER);
  expect(server.heard().slice(-4)).toEqual([
    'append o1 text a in c1',
    'append o2 text b in c2',
    'append o3 text c in c1 after o1',
    'append o4 text d in c2 after o2',
  ]);
  server.ack(server.op('a'), 1);
  server.nack(server.op('b'), 'retry', 'use', { use: CONVERSATION });
  await env.settle();
  // Named as it was before, c would vouch for d although b is not there.
  expect(server.heard().filter((line) => line.startsWith('append'))).toEqual([
    'append o2 text b in c1',
    'append o3 text c in c1 after o2',
    'append o4 text d in c1 after o3',
  ]);
});

test('rule 10: the log of a conversation that is over comes for a mark that another tab wrote, and does not take the place of the open one, nor after a reload', async () => {
  const { open: openStore } = usedDisk();
  const { client, server, say, env, lines } = talk({ openStore, resume: true });
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  server.welcome(undefined, open(CONVERSATION, 1));
  server.name('c', CONVERSATION);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'here')]);
  await env.settle();
  server.send({
    t: 'reset',
    conversation: OTHER,
    epoch: 'A',
    events: [eventOf(1, SHOPPER, 'there'), eventOf(2, AGENT, {}, 'e2', 'closed')],
    head: 2,
    first: 1,
    serving: { mode: 'closed', seq: 2 },
  });
  await env.settle();
  expect([lines(), client.handoff.value.mode]).toEqual([['1 shopper here sent'], 'bot']);
  await say('more');
  expect(server.heard().at(-1)).toBe('append o1 text more in c1');
  server.events(CONVERSATION, [eventFor(server.op('more'), 2)]);
  await env.settle();
  client.destroy();
  // Without a server the store alone says which conversation is the shopper's.
  const reloaded = talk({ openStore, resume: true });
  reloaded.client.connect();
  await reloaded.env.settle();
  expect(reloaded.lines()).toEqual(['1 shopper here sent', '2 shopper more sent']);
});
