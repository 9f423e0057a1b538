import { memoryStore, type Store } from '@xiaoer/core';
import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, talk } from './talk.ts';

// What the simulation found; decisions/0014 names each, sim/regressions.json has its seeds.

const CONVERSATION = 'c'.repeat(22);
const OTHER = 'd'.repeat(22);
const LI = { id: 'agent:li', name: 'Li' };
const at = (conversation: string, head: number, epoch = 'A') => ({ conversation, epoch, head });

/** A disk that refuses what is written while `full` says so, and writes nothing before `held`. */
function moody() {
  const place = { full: false, store: memoryStore(), held: Promise.resolve() };
  const open = async (): Promise<Store> => ({
    ...place.store,
    durable: true,
    transact: (keys, decide) =>
      place.full ? Promise.reject(new Error('refused')) : place.held.then(() => place.store.transact(keys, decide)),
    close() {},
  });
  return { place, open };
}

test('rule 16: a page that begins after the agent joined says who speaks, also after a reload', async () => {
  const place = disk();
  const first = talk({ openStore: place.open });
  first.client.connect();
  await first.say('one');
  await first.greet();
  const { conversation } = first.server.op('one');
  const page = { conversation, epoch: 'A', events: [eventOf(7, SHOPPER, 'seven')], head: 7, first: 7 };
  first.server.send({ t: 'reset', ...page, serving: { mode: 'agent', seq: 3, agent: LI } });
  await first.env.settle();
  expect(first.client.handoff.value).toEqual({ mode: 'agent', seq: 3, agent: LI });
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.greet(undefined, [at(conversation, 8)]);
  expect(second.client.handoff.value.mode).toBe('agent');
  second.server.events(conversation, [eventOf(8, BOT, { state: 'returned', reason: 'agent' }, 'e8', 'handoff')]);
  await second.env.settle();
  expect(second.client.handoff.value).toMatchObject({ mode: 'bot', seq: 8 });
});

test('rule 3: a tab that knows all events leaves stored who spoke before those that another tab has kept', async () => {
  const place = disk();
  const first = talk({ openStore: place.open });
  first.client.connect();
  await first.say('one');
  await first.greet();
  const { conversation } = first.server.op('one');
  const joined = eventOf(2, BOT, { state: 'joined', agent: LI }, 'e2', 'handoff');
  first.server.events(conversation, [eventOf(1, SHOPPER, 'one'), joined]);
  await first.env.settle();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.greet(undefined, [at(conversation, 7)]);
  const page = { conversation, epoch: 'A', events: [eventOf(7, SHOPPER, 'seven')], head: 7, first: 7 };
  second.server.send({ t: 'reset', ...page, serving: { mode: 'agent', seq: 2, agent: LI } });
  await second.env.settle();
  const rest = [3, 4, 5, 6, 7, 8].map((seq) => eventOf(seq, SHOPPER, `${seq}`));
  first.server.send({ t: 'events', conversation, epoch: 'A', events: rest, first: 7 });
  await first.env.settle();
  const third = talk({ openStore: place.open, resume: true, seed: 3 });
  third.client.connect();
  await third.env.settle();
  expect(third.client.messages.value.flatMap(({ seq }) => seq ?? [])).toEqual([7, 8]);
  expect(third.client.handoff.value).toMatchObject({ mode: 'agent', agent: LI });
});

test('rule 4: what waits for a conversation that a restore took away whole goes before what is written elsewhere', async () => {
  const { client, server, greet, say, env } = talk(returning());
  client.connect();
  await greet(undefined, [at(CONVERSATION, 1)]);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'old')]);
  await env.settle();
  server.cut();
  await say('waits');
  await env.advance(1_000);
  await greet(undefined, [at(CONVERSATION, 0, 'B'), at(OTHER, 1, 'B')]);
  server.send({ t: 'reset', conversation: CONVERSATION, epoch: 'B', events: [], head: 0, first: 1 });
  await say('later');
  server.send({ t: 'reset', ...at(OTHER, 1, 'B'), events: [eventOf(1, BOT, 'here')], first: 1 });
  await env.settle();
  expect(server.ops().map(({ conversation, body, after }) => [conversation, body['text'], !!after])).toEqual([
    [OTHER, 'waits', false],
    [OTHER, 'later', true],
  ]);
});

test('rules 1 and 4: what the store refused is stored with what is written next, before it', async () => {
  const { place, open } = moody();
  const { client, say, lines } = talk({ openStore: open });
  await say('one');
  place.full = true;
  await say('two');
  await say('three');
  expect(lines().map((line) => line.replace('- shopper ', ''))).toEqual([
    'one queued',
    'two queued unsaved',
    'three queued unsaved',
  ]);
  place.full = false;
  await client.send('text', { text: 'four' });
  expect(lines().some((line) => line.includes('unsaved'))).toBe(false);
  const rows = (await place.store.list(['op'])).map(({ value }) => value as { body: { text: string } });
  expect(rows.map(({ body }) => body.text)).toEqual(['one', 'two', 'three', 'four']);
});

test('rule 11: a message that was being stored when the page left is told when it shows again', async () => {
  const { place, open } = moody();
  const { client, server, greet, say, env, told, lines } = talk({ openStore: open });
  client.connect();
  await say('one');
  await greet();
  const op = server.op('one');
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.settle();
  told.length = 0;
  let written = () => {};
  place.held = new Promise((resolve) => {
    written = resolve;
  });
  server.events(op.conversation, [eventOf(2, BOT, 'two')]);
  await env.settle();
  await env.live('pagehide');
  written();
  await env.settle();
  expect([lines(), told.filter((line) => line.startsWith('received'))]).toEqual([[], []]);
  await env.live('pageshow');
  expect(lines()).toEqual(['1 shopper one sent', '2 bot two']);
  expect(told.filter((line) => line.startsWith('received'))).toEqual(['received two']);
});

test('rule 11: of what was being stored when the page left nothing is told once its identity is gone', async () => {
  const place = disk();
  const { client, server, greet, say, env, told } = talk({ openStore: place.open });
  client.connect();
  await say('one');
  await greet();
  const op = server.op('one');
  server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'two')]);
  await env.live('pagehide');
  await place.stores.get('inn:visitor')?.wipe();
  await env.live('pageshow');
  expect(told.filter((line) => line.startsWith('received'))).toEqual([]);
});

test('rule 4: what waited for a conversation that the server does not know goes to the one it tells of, first', async () => {
  const { client, server, greet, say, env } = talk();
  client.connect();
  await say('waits');
  await greet(undefined, [at(OTHER, 1)]);
  server.events(OTHER, [eventOf(1, BOT, 'found')]);
  await env.settle();
  await say('later');
  expect(server.ops().map(({ conversation, body }) => [conversation, body['text']])).toEqual([
    [OTHER, 'waits'],
    [OTHER, 'later'],
  ]);
});

test('rule 7: the refusal of an earlier address does not fail an op that was carried on', async () => {
  const { client, server, greet, say, env, lines } = talk();
  client.connect();
  await say('one');
  await say('two');
  await greet();
  const [one, two] = [server.op('one'), server.op('two')];
  server.nack(one, 'retry', 'use', { use: OTHER });
  server.nack(two, 'rejected', 'not-found');
  await env.settle();
  expect(lines()).toEqual(['- shopper one sending', '- shopper two sending']);
});

test('rule 16: a restore that took the whole conversation away is told', async () => {
  const { client, server, greet, env, told, lines } = talk(returning());
  client.connect();
  await greet(undefined, [at(CONVERSATION, 2)]);
  server.events(CONVERSATION, [eventOf(1, SHOPPER, 'a'), eventOf(2, BOT, 'b')]);
  await env.settle();
  server.cut();
  await env.advance(1_000);
  await greet(undefined, [at(CONVERSATION, 0, 'B')]);
  server.send({ t: 'reset', conversation: CONVERSATION, epoch: 'B', events: [], head: 0, first: 1 });
  await env.settle();
  expect(lines()).toEqual([]);
  expect(told.filter((line) => line.startsWith('history'))).toEqual(['history-reset 2']);
});

test('rule 7: every link may ask for a token once, so that one bad answer of the shop is not the last word', async () => {
  const body = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
  let asked = 0;
  const { client, server, env } = talk();
  client.connect();
  void client
    .identify(async () => {
      asked++;
      return body('mei');
    })
    .catch(() => {});
  await env.settle();
  for (let n = 0; n < 3; n++) {
    while (!server.heard().includes('open')) await env.advance(250);
    server.accept();
    await env.settle();
    for (let k = 0; k < 2; k++) {
      server.send({ t: 'nack', class: 'reauth', code: 'token-invalid', nonce: server.nonce() });
      await env.settle();
    }
  }
  expect(asked).toBe(4);
});

test('rule 9: a session that has ended opens its store no more', async () => {
  let handles = 0;
  const { client, server, greet, say, env } = talk({
    openStore: async () => {
      handles++;
      let open = true;
      return {
        ...memoryStore(),
        durable: true,
        close() {
          if (open) handles--;
          open = false;
        },
      };
    },
  });
  client.connect();
  await say('one');
  await greet();
  const op = server.op('one');
  server.events(op.conversation, [eventFor(op, 1)]);
  client.destroy();
  server.events(op.conversation, [eventOf(2, BOT, 'late')]);
  await env.advance(60_000);
  expect(handles).toBe(0);
});
