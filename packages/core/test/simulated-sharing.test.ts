import { memoryStore, type Store, StoreError, type Write } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { BOT, eventFor, eventOf, type FakeProfile, fakeProfile, SHOPPER } from '@xiaoer/core/testing';
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

/** Two tabs that share a link; the event of their one op is stored. From {@link fill} on the disk has no room for more. */
async function onFullDisk() {
  const profile = fakeProfile();
  let full = false;
  const grows = ({ length }: readonly Write[]) => length > 0;
  const openStore = async (name: string): Promise<Store> => {
    const store = await profile.open(name);
    return {
      ...store,
      transact: (keys, decide) =>
        store.transact(keys, (values) => {
          const writes = decide(values) ?? [];
          if (full && grows(writes.filter((write) => 'put' in write && write.put[0] === 'event')))
            throw new StoreError('quota');
          return writes;
        }),
    };
  };
  const tabs = [tabOf(profile, { openStore }), tabOf(profile, { openStore })] as const;
  for (const tab of tabs) {
    tab.client.connect();
    await tab.greet(null);
  }
  const [first, second] = tabs;
  const conversation = await begun(profile, first, second);
  const fill = (now: boolean) => {
    full = now;
  };
  return { profile, first, second, conversation, fill };
}

/** The server has been restored from a backup: it says hello to a tab in another epoch, with this history. */
async function restored(tab: TabTalk, conversation: string, events: readonly ChatEvent[]) {
  const head = events.length;
  await tab.greet(undefined, [{ conversation, epoch: 'B', head }]);
  const reset = { t: 'reset', conversation, epoch: 'B', head, first: 1, events } as const;
  tab.server.send({ ...reset, serving: { mode: 'bot', seq: 0 } });
  await tab.env.settle();
}

test('rules 2 and 16: a reset that a full disk refuses stands, and is not undone by what the disk still has', async () => {
  const { profile, first, second, conversation, fill } = await onFullDisk();
  const hello = eventOf(1, SHOPPER, 'hello', first.server.op('hello').id);
  fill(true);
  first.server.cut(0);
  await profile.advance(1);
  await restored(first, conversation, [hello, eventOf(2, BOT, 'again')]);
  // The other tab cannot learn of it from the disk: it has a link, too, and reads nothing back.
  await restored(second, conversation, [hello, eventOf(2, BOT, 'again')]);
  for (const tab of [first, second]) tab.server.heard();
  await profile.advance(10_000);
  for (const tab of [first, second]) {
    await tab.env.live('visible');
    expect(tab.lines()).toEqual(['1 shopper hello sent', '2 bot again']);
    expect(tab.server.heard().filter((line) => line === 'open' || line === 'close')).toEqual([]);
  }
  // Once there is room, the next event stores all of it, and the tabs share one link again.
  fill(false);
  for (const tab of [first, second]) tab.server.events(conversation, [eventOf(3, BOT, 'more')], 'B');
  await profile.advance(2_000);
  expect([first, second].map((tab) => tab.client.leads.value).sort()).toEqual([false, true]);
  const third = tabOf(profile);
  third.client.connect();
  await profile.settle();
  expect(third.lines()).toEqual(['1 shopper hello sent', '2 bot again', '3 bot more']);
});

test('rule 2: an op stays on the screen when another tab stored its event together with earlier ones', async () => {
  const { profile, first, second, conversation, fill } = await onFullDisk();
  fill(true);
  first.server.events(conversation, [eventOf(2, BOT, 'more')]);
  await profile.settle();
  await second.greet(undefined, [{ conversation, epoch: 'A', head: 2 }]);
  second.server.events(conversation, [eventOf(2, BOT, 'more')]);
  await profile.settle();
  fill(false);
  await second.say('mine');
  const mine = eventFor(second.server.op('mine'), 3);
  first.server.events(conversation, [mine]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper hello sent', '2 bot more', '3 shopper mine sent']);
});

test('rule 4: what the server has acked stays sent when another tab takes over the link, and is not sent again', async () => {
  const { profile, first, second } = await twoTabs();
  await second.say('hello');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('hello');
  first.server.ack(op, 1);
  await profile.settle();
  expect(second.lines()).toEqual(['- shopper hello sent']);
  await first.env.kill();
  await profile.settle();
  expect([second.client.leads.value, second.lines()]).toEqual([true, ['- shopper hello sent']]);
  await second.greet(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  second.server.name('c', op.conversation);
  expect(second.server.heard()).toEqual(['open', 'hello secret c1@A:0']);
  second.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper hello sent']);
});

test('rule 3: a tab that has not heard of the conversation yet takes no cursor back that another tab has stored', async () => {
  const profile = fakeProfile({ without: ['locks', 'channel'] });
  const [tab, early] = [tabOf(profile), tabOf(profile)];
  tab.client.connect();
  await tab.say('zero');
  early.client.connect();
  await tab.greet();
  const { conversation } = tab.server.op('zero');
  tab.server.events(conversation, [eventFor(tab.server.op('zero'), 1)]);
  await profile.settle();
  await early.say('mine');
  const rows = (await profile.stores.get('inn:visitor')?.list(['conversation'])) ?? [];
  expect(rows.map(({ value }) => value)).toMatchObject([{ id: conversation, epoch: 'A', seq: 1 }]);
});
