import { eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { type Disk, talk, usedDisk } from './talk.ts';

// Which conversation a page shows that is opened without a server; decisions/0014 names what the simulation found of it.

const OLD = 'c'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;

/** What a page shows that is opened while no server answers. */
async function offline({ open }: Disk): Promise<string[]> {
  const { client, env, lines } = talk({ openStore: open, resume: true });
  client.connect();
  await env.settle();
  return lines();
}

test('rule 16: a restore opens a closed conversation again and takes the newer one: the older one is shown, also without a server', async () => {
  const disk = usedDisk();
  const { client, server, greet, say, env, lines } = talk({ openStore: disk.open, resume: true });
  client.connect();
  await greet(undefined, [{ conversation: OLD, epoch: 'A', head: 2 }]);
  server.events(OLD, [eventOf(1, SHOPPER, 'old'), eventOf(2, AGENT, {}, 'e2', 'closed')]);
  await say('new');
  const { conversation } = server.op('new');
  server.events(conversation, [eventFor(server.op('new'), 1)]);
  await env.settle();
  expect([lines(), await offline(disk)]).toEqual([['1 shopper new sent'], ['1 shopper new sent']]);
  server.cut();
  await env.advance(1_000);
  await greet(undefined, [
    { conversation, epoch: 'B', head: 0 },
    { conversation: OLD, epoch: 'B', head: 1 },
  ]);
  server.send({ t: 'reset', conversation, epoch: 'B', events: [], head: 0, first: 1 });
  server.send({
    t: 'reset',
    conversation: OLD,
    epoch: 'B',
    events: [eventOf(1, SHOPPER, 'old')],
    head: 1,
    first: 1,
    serving: { mode: 'bot', seq: 0 },
  });
  await env.settle();
  expect([lines(), await offline(disk)]).toEqual([['1 shopper old sent'], ['1 shopper old sent']]);
});

test('rule 14: a conversation in which nothing was said, because the server kept another one open, is not shown in its place', async () => {
  const disk = usedDisk();
  await disk.stores.get('inn:visitor')?.transact([], () => [
    { put: ['conversation', OLD], value: { id: OLD, order: 1, epoch: 'A', seq: 1, first: 1 } },
    { put: ['event', OLD, 1], value: [eventOf(1, SHOPPER, 'here')] },
    // Another tab made it, and its op went to the one above.
    { put: ['conversation', 'n'.repeat(22)], value: { id: 'n'.repeat(22), order: 2, seq: 0, first: 1 } },
  ]);
  expect(await offline(disk)).toEqual(['1 shopper here sent']);
});
