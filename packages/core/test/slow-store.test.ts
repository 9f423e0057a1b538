import { type Store, StoreError } from '@xiaoer/core';
import { BOT, eventFor, eventOf, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { slowDisk } from './slow-disk.ts';
import { tabOf } from './tab-talk.ts';

/** A tab whose disk can be slow; it has the link, and `one` is stored as the first event. */
async function onSlowDisk() {
  const profile = fakeProfile();
  const disk = slowDisk(profile.open);
  const first = tabOf(profile, { openStore: disk.open });
  first.client.connect();
  await first.greet(null);
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  const one = first.server.op('one');
  first.server.events(one.conversation, [eventFor(one, 1)]);
  await profile.settle();
  return { profile, disk, first, conversation: one.conversation };
}

test('rule 3: what the store refused of a log is stored with what comes next, so that tabs that follow get all of it', async () => {
  const { profile, disk, first, conversation } = await onSlowDisk();
  disk.hold();
  first.server.events(conversation, [eventOf(2, BOT, 'yes')]);
  await profile.advance(5_000);
  disk.release();
  await profile.settle();
  first.server.events(conversation, [eventOf(3, BOT, 'more')]);
  await profile.settle();
  const second = tabOf(profile);
  second.client.connect();
  await profile.settle();
  expect(first.lines()).toEqual(['1 shopper one sent', '2 bot yes', '3 bot more']);
  expect(second.lines()).toEqual(first.lines());
});

test('rule 10: a tab that knew more than the one that leads now does not ask about it for ever', async () => {
  const { profile, disk, first } = await onSlowDisk();
  const second = tabOf(profile);
  second.client.connect();
  await second.greet();
  // Its own disk hangs: it stands alone for a while, and the other takes the link.
  disk.hold();
  first.client.setDraft('hm');
  await profile.advance(8_000);
  disk.release();
  await second.greet();
  const before = profile.hints.length;
  profile.lose(() => profile.hints.length > before + 100);
  await profile.advance(10_000);
  // Five beats, and what the first has to ask.
  expect(profile.hints.length - before).toBeLessThan(10);
  expect([first.client.leads.value, second.client.leads.value]).toEqual([false, true]);
});

test('rule 9: the bound of 5 s is that of one transaction: a look that takes long over many is no refusal', async () => {
  const { profile, first, conversation } = await onSlowDisk();
  let slow = false;
  const openStore = async (name: string): Promise<Store> => {
    const store = await profile.open(name);
    return {
      ...store,
      async list(prefix) {
        if (slow) await new Promise<void>((resolve) => second.env.timer(resolve, 1_200));
        return store.list(prefix);
      },
    };
  };
  const second = tabOf(profile, { openStore });
  second.client.connect();
  await second.greet();
  slow = true;
  first.server.events(conversation, [eventOf(2, BOT, 'yes')]);
  await profile.advance(15_000);
  expect([second.lines(), second.env.lines]).toEqual([['1 shopper one sent', '2 bot yes'], []]);
  expect(second.client.connection.value).toMatchObject({ state: 'online', storage: 'ok' });
});

test('rule 9: what a store refused to tell when the page was opened is read when it answers, by who stays the same', async () => {
  const { profile, first } = await onSlowDisk();
  await first.env.kill();
  let fails = true;
  const refuse = () => Promise.reject(new StoreError('failed'));
  const second = tabOf(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return {
        ...store,
        list: (prefix) => (fails ? refuse() : store.list(prefix)),
        transact: (...args) => (fails ? refuse() : store.transact(...args)),
      };
    },
  });
  second.client.connect();
  await profile.advance(10_000);
  expect([second.lines(), second.client.connection.value.storage]).toEqual([[], 'failed']);
  fails = false;
  await profile.advance(4_000);
  expect([second.lines(), second.client.connection.value.storage]).toEqual([['1 shopper one sent'], 'ok']);
  second.server.heard();
  second.server.accept();
  await profile.settle();
  expect(second.server.heard()).toEqual(['hello secret c1@A:1']);
});

test('rule 9: a page that comes online while it reads its store, which then does not answer, reads it again all the same', async () => {
  const { profile, first } = await onSlowDisk();
  await first.env.kill();
  let answers = false;
  const second = tabOf(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return { ...store, list: (prefix) => (answers ? store.list(prefix) : new Promise(() => {})) };
    },
  });
  second.client.connect();
  await profile.advance(1_000);
  // It meets the other tabs before it knows what is stored.
  await second.env.live('online');
  await profile.advance(5_000);
  expect([second.lines(), second.client.connection.value.storage]).toEqual([[], 'timeout']);
  answers = true;
  await profile.advance(3_000);
  expect(second.lines()).toEqual(['1 shopper one sent']);
});
