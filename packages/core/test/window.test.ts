import { createDeskClient } from '@xiaoer/core/desk';
import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { returning, storedEvents, type Talk, talk, usedDisk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];

/** So many events arrive, a hundred a frame; the second is an agent who joins. */
function arrive({ server }: Pick<Talk, 'server'>, from: number, to: number) {
  for (let first = from; first <= to; first += 100)
    server.events(
      CONVERSATION,
      Array.from({ length: Math.min(100, to - first + 1) }, (_, n) =>
        first + n === 2
          ? eventOf(2, AGENT, { state: 'joined', agent: { id: 'li', name: 'Li' } }, 'e2', 'handoff')
          : eventOf(first + n, BOT, `m${first + n}`),
      ),
    );
}
const span = ({ client }: Pick<Talk, 'client'>) => [client.messages.value[0]?.seq, client.messages.value.at(-1)?.seq];

test('memory holds the newest 500 events; who speaks is known beyond them, after a reload, too', async () => {
  const place = usedDisk();
  const here = talk({ openStore: place.open, resume: true });
  here.client.connect();
  await here.greet(undefined, open(700));
  arrive(here, 1, 700);
  await here.env.settle();
  expect([span(here), here.client.hasOlder.value]).toEqual([[201, 700], true]);
  expect(here.client.handoff.value.mode).toBe('agent');
  here.client.destroy();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.env.settle();
  expect([span(second), second.client.hasOlder.value]).toEqual([[201, 700], true]);
  expect(second.client.handoff.value.mode).toBe('agent');
});

test('older pages come from the store, offline too, and stay until the reader is at the end again', async () => {
  const here = talk(returning());
  const { client, server, env, greet } = here;
  client.connect();
  await greet(undefined, open(700));
  arrive(here, 1, 700);
  await env.settle();
  server.cut();
  server.heard();
  await client.loadOlder();
  await client.loadOlder();
  expect([span(here), server.heard()]).toEqual([[101, 700], []]);
  await env.advance(500);
  await greet(undefined, open(702));
  arrive(here, 701, 702);
  await env.settle();
  expect(span(here)).toEqual([101, 702]);
  expect(client.handoff.value.mode).toBe('agent');
  client.forgetOlder();
  expect([span(here), client.hasOlder.value]).toEqual([[203, 702], true]);
  expect(client.handoff.value.mode).toBe('agent');
  arrive(here, 703, 703);
  await env.settle();
  expect(span(here)).toEqual([204, 703]);
});

test('what the store does not have is asked of the server, and rows of another epoch are not history', async () => {
  const place = usedDisk();
  const here = talk({ openStore: place.open, resume: true });
  const { client, server, env, greet } = here;
  client.connect();
  await greet(undefined, open(3));
  arrive(here, 1, 3);
  await env.settle();
  const page = Array.from({ length: 3 }, (_, n) => eventOf(n + 4, BOT, `n${n + 4}`));
  server.send({ t: 'reset', conversation: CONVERSATION, epoch: 'B', events: page, head: 6, first: 1 });
  await env.settle();
  // As another tab would leave it that has not heard of the restore.
  await place.stores.get('inn:visitor')?.transact([], () => [
    { put: ['conversation', CONVERSATION], value: { id: CONVERSATION, order: 1, epoch: 'A', seq: 3, first: 1 } },
    { put: ['event', CONVERSATION, 3], value: eventOf(3, BOT, 'of before') },
  ]);
  server.heard();
  const loaded = client.loadOlder();
  await env.settle();
  expect(server.heard()).toEqual(['pull c1 before 4']);
  const events = [1, 2, 3].map((seq) => eventOf(seq, BOT, `n${seq}`));
  const { nonce } = server.lastPull();
  server.send({ t: 'events', conversation: CONVERSATION, epoch: 'B', events, first: 1, nonce });
  await loaded;
  expect(here.lines().map((line) => line.split(' ')[2])).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
});

test('a message taken back further back than memory loses its words in the store', async () => {
  const place = usedDisk();
  const here = talk({ openStore: place.open, resume: true });
  const { client, server, env, greet } = here;
  client.connect();
  await greet(undefined, open(601));
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'my card is 4711')]);
  arrive(here, 2, 600);
  server.events(CONVERSATION, [eventOf(601, SHOPPER, { target: 1 }, 'e601', 'retracted')]);
  await env.settle();
  const stored = storedEvents((await place.stores.get('inn:visitor')?.list([])) ?? []);
  expect(stored).toHaveLength(601);
  expect(stored[0]).toMatchObject({ seq: 1, body: { retracted: true } });
});

test('an agent, who stores nothing, asks the server for what left the memory', async () => {
  const here = talk();
  const { server, env, greet } = here;
  const desk = createDeskClient({ shop: 'inn', transport: server.transport, env });
  desk.connect();
  await greet(AGENT);
  const conversation = desk.conversation(CONVERSATION);
  arrive(here, 1, 600);
  await env.settle();
  expect(conversation.messages.value).toHaveLength(500);
  server.heard();
  void conversation.loadOlder();
  await env.settle();
  expect(server.heard()).toEqual(['pull c1 before 101']);
});
