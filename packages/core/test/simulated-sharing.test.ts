import { memoryStore, type Store, StoreError } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { BOT, eventFor, eventOf, type FakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { type TabTalk, tabOf, twoTabs } from './tab-talk.ts';
import { talk } from './talk.ts';

// What the simulation found once its tabs shared a link and its disks filled up; decisions/0014 names each.

/** The follower's first op, and its event. */
async function begun(profile: FakeProfile, first: TabTalk, second: TabTalk) {
  await second.say('hello');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('hello');
  first.server.ack(op, 1);
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  return op.conversation;
}

test('rule 3: an event that the store refused is stored with the next one', async () => {
  let refuses = false;
  const store = memoryStore();
  const openStore = async (): Promise<Store> => ({
    ...store,
    durable: true,
    transact: (keys, decide) => (refuses ? Promise.reject(new StoreError('failed')) : store.transact(keys, decide)),
    close() {},
  });
  const { client, server, greet, say, env } = talk({ openStore });
  client.connect();
  await say('one');
  await greet();
  const op = server.op('one');
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.settle();
  refuses = true;
  server.events(op.conversation, [eventOf(2, BOT, 'two')]);
  await env.settle();
  refuses = false;
  server.events(op.conversation, [eventOf(3, BOT, 'three')]);
  await env.settle();
  const stored = await store.list(['event', op.conversation]);
  expect(stored.flatMap(({ value }) => (value as ChatEvent[]).map(({ seq }) => seq))).toEqual([1, 2, 3]);
});

test('rule 10: when the browser has evicted the store, every tab gets a link of its own', async () => {
  const { profile, first, second } = await twoTabs();
  const conversation = await begun(profile, first, second);
  await profile.stores.get('inn:visitor')?.wipe();
  first.server.events(conversation, [eventOf(2, BOT, 'news')]);
  await profile.advance(2_000);
  expect(second.server.heard()).toEqual(['open']);
  await second.greet(undefined, [{ conversation, epoch: 'A', head: 2 }]);
  second.server.events(conversation, [eventOf(2, BOT, 'news')]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper hello sent', '2 bot news']);
});

test('rule 10: a tab that leads is not told again and again of ops that are long in the log', async () => {
  const { profile, first, second } = await twoTabs();
  const conversation = await begun(profile, first, second);
  await first.env.kill();
  await profile.settle();
  await second.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  await second.env.live('hidden');
  const third = tabOf(profile);
  third.client.connect();
  await third.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  expect([second.client.leads.value, third.client.leads.value]).toEqual([false, true]);
  profile.hints.length = 0;
  await profile.advance(10_000);
  expect(profile.hints.length).toBeLessThan(20);
});
