import { memoryStore, type Store } from '@xiaoer/core';
import { BOT, eventFor, eventOf, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun } from './begun-tab.ts';
import { tabOf } from './tab-talk.ts';
import { talk } from './talk.ts';

// What the simulation found between two tabs, and between a page and its store; decisions/0014 names each.

test('rules 1 and 9: what a store was given up for is not written when the store comes back to it', async () => {
  const store = memoryStore();
  let held = Promise.resolve();
  const open = async (): Promise<Store> => ({
    ...store,
    durable: true,
    transact: (keys, decide) => held.then(() => store.transact(keys, decide)),
    close() {},
  });
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const { client, server, greet, env, lines } = talk({ openStore: open });
  client.connect();
  const said = client.send('text', { text: 'one' });
  await env.advance(5_000);
  await said;
  expect(lines()).toEqual(['- shopper one queued unsaved']);
  release();
  await greet();
  server.nack(server.op('one'), 'rejected', 'not-found');
  await env.settle();
  await env.live('visible');
  // A row would bring it back as waiting, and a second secret would make two visitors of this one.
  expect(lines()).toEqual(['- shopper one failed not-found unsaved']);
  expect([await store.list(['op']), await store.list(['secret'])]).toEqual([[], []]);
});

test('rule 4: what is on its way is sent again behind an older op that another tab had written', async () => {
  const { profile, tab, conversation } = await begun();
  const other = tabOf(profile);
  other.client.connect();
  await profile.settle();
  await other.say('one');
  await tab.say('two');
  tab.server.heard();
  await tab.env.live('visible');
  expect(tab.server.heard().filter((line) => line.startsWith('append'))).toEqual([
    'append o3 text one in c1',
    'append o2 text two in c1 after o3',
  ]);
  await tab.say('three');
  expect(tab.server.op('three').conversation).toBe(conversation);
  // Nothing changed since: nothing is sent twice.
  expect(tab.server.heard().filter((line) => line.startsWith('append'))).toEqual([
    'append o4 text three in c1 after o2',
  ]);
});

test('rule 3: what is said in a conversation that is over, and not on the screen, is no news', async () => {
  const { tab, conversation } = await begun();
  tab.server.events(conversation, [eventOf(2, BOT, { reason: 'agent' }, 'e2', 'closed')]);
  await tab.env.settle();
  await tab.say('anew');
  const op = tab.server.op('anew');
  expect(op.conversation).not.toBe(conversation);
  tab.server.ack(op, 1);
  tab.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'here')]);
  tab.server.events(conversation, [eventOf(3, BOT, 'there')]);
  await tab.env.settle();
  expect(tab.lines()).toEqual(['1 shopper anew sent', '2 bot here']);
  expect(tab.told.filter((line) => line.startsWith('received'))).toEqual(['received here']);
});

test('rule 7: what another tab was told it failed is not sent once more from here', async () => {
  const { profile, tab } = await begun();
  await tab.say('wrong');
  // It has read the store, and its link takes its time.
  const other = tabOf(profile);
  other.client.connect();
  await profile.settle();
  const op = tab.server.op('wrong');
  tab.server.nack(op, 'rejected', 'not-found');
  await profile.settle();
  expect(other.lines()).toEqual(['1 shopper zero sent', '- shopper wrong queued']);
  await other.greet(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  expect(other.lines()).toEqual(['1 shopper zero sent', '- shopper wrong failed not-found']);
  expect(other.server.ops()).toEqual([]);
  expect(other.told).toContain('failed wrong not-found');
});

test('rule 7: a failure that the store refused is stored as soon as it takes it', async () => {
  const store = memoryStore();
  let refuses = false;
  const { client, server, greet, say, env } = talk({
    openStore: async () => ({
      ...store,
      durable: true,
      transact: (keys, decide) => (refuses ? Promise.reject(new Error('refused')) : store.transact(keys, decide)),
      close() {},
    }),
  });
  client.connect();
  await say('wrong');
  await greet();
  refuses = true;
  server.nack(server.op('wrong'), 'rejected', 'not-found');
  await env.advance(1_500);
  refuses = false;
  const states = async () => (await store.list(['op'])).map(({ value }) => (value as { state: string }).state);
  expect(await states()).toEqual(['queued']);
  await env.advance(3_000);
  expect(await states()).toEqual(['failed']);
});

test('rule 12: what could not be read when the page was opened is wiped all the same', async () => {
  const store = memoryStore();
  await store.transact([], () => [
    { put: ['install'], value: 'i'.repeat(22) },
    { put: ['draft'], value: 'of somebody' },
  ]);
  let missing = true;
  const open = async (): Promise<Store> => {
    if (missing) throw new Error('there is none');
    return { ...store, durable: true, close() {} };
  };
  const { client, env } = talk({ openStore: open, resume: true });
  client.connect();
  await env.settle();
  missing = false;
  await client.logout();
  expect(await store.list([])).toEqual([]);
});

test('rule 1: an op that nobody has any more is not told as written', async () => {
  let written = () => {};
  const { client, say, env } = talk({
    openStore: async () => ({
      ...memoryStore(),
      durable: true,
      transact: () =>
        new Promise((_, reject) => {
          written = () => reject(new Error('refused'));
        }),
    }),
  });
  const said = say('one').catch((error) => error.code);
  await env.settle();
  const out = client.logout().catch(() => {});
  await env.settle();
  written();
  expect(await said).toBe('signed-out');
  await out;
});

test('rules 10 and 12: a visitor whom the store does not know speaks for no other tab', async () => {
  const profile = fakeProfile();
  let refuses = true;
  const first = tabOf(profile, {
    openStore: async (name) => {
      const store = await profile.open(name);
      return {
        ...store,
        transact: (keys, decide) => (refuses ? Promise.reject(new Error('refused')) : store.transact(keys, decide)),
      };
    },
  });
  first.client.connect();
  await first.say('in memory');
  await first.greet();
  const op = first.server.op('in memory');
  first.server.ack(op, 1);
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  refuses = false;
  await first.env.live('visible');
  const second = tabOf(profile);
  second.client.connect();
  await second.say('stored');
  await profile.advance(2_000);
  await second.greet({ role: 'shopper', id: 'p-second' });
  await profile.advance(2_000);
  expect([first.client.principal.value?.id, second.client.principal.value?.id]).toEqual(['p-shopper', 'p-second']);
  expect(second.server.op('stored').conversation === op.conversation).toBe(false);
});

test('rules 4 and 9: a link that is lost while what waits is looked at has sent nothing', async () => {
  const store = memoryStore();
  let held = Promise.resolve();
  const open = async (): Promise<Store> => ({
    ...store,
    durable: true,
    list: (prefix) => held.then(() => store.list(prefix)),
    close() {},
  });
  const before = talk({ openStore: open });
  await before.say('waits');
  before.client.destroy();
  const { client, server, env } = talk({ openStore: open, resume: true, seed: 2 });
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  server.welcome();
  await env.settle();
  server.cut();
  release();
  await env.settle();
  expect(server.ops()).toEqual([]);
  await env.advance(1_000);
  server.accept();
  await env.settle();
  server.welcome();
  await env.settle();
  expect(server.ops().map(({ body }) => body['text'])).toEqual(['waits']);
});
