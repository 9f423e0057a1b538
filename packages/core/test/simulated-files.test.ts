import { type Store, StoreError } from '@xiaoer/core';
import { eventFor, eventOf, fakeProfile, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { attachingTabs, PICTURE, SIZE } from './attaching-tabs.ts';
import { same } from './upload-side.ts';

// What the simulation found about files that several tabs know; decisions/0014 names each.

test('rule 7: a file whose bytes went with an evicted store fails visibly, in the tab that sends and in the one that follows', async () => {
  const { profile, first, second } = await attachingTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  await profile.stores.get('inn:visitor')?.wipe();
  first.server.welcome();
  await profile.advance(6_000);
  const failed = ['- image failed missing'];
  expect([first.rows(), second.rows(), first.server.ops()]).toEqual([failed, failed, []]);
});

test('rule 2: a file that another tab saw through, and a restore took from the log, does not wait here for ever', async () => {
  const { profile, first, second } = await attachingTabs();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  await profile.advance(2_000);
  expect(second.rows()).toEqual(['- image uploading']);
  profile.lose(() => true);
  first.server.welcome();
  await profile.advance(1_000);
  const [op] = first.server.ops();
  if (!op) throw new Error('nothing was sent');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  first.server.send({ t: 'reset', conversation: op.conversation, epoch: 'B', events: [], head: 0, first: 1 });
  await profile.settle();
  expect([first.rows(), second.rows()]).toEqual([[], ['- image uploading']]);
  profile.lose(() => false);
  await profile.advance(12_000);
  expect([first.rows(), second.rows()]).toEqual([[], []]);
});

test('rule 7: a file does not fail because the store did not answer when its message was posted', async () => {
  const profile = fakeProfile();
  let refuses = false;
  const { side, first, second } = await attachingTabs(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return {
        ...store,
        transact: (keys, decide) =>
          refuses && keys.some(([part]) => part === 'upload')
            ? Promise.reject(new StoreError('failed'))
            : store.transact(keys, decide),
      };
    },
  });
  second.client.destroy();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  refuses = true;
  first.server.welcome();
  await profile.advance(2_000);
  expect([first.rows(), side.has.size]).toEqual([['- image uploading'], 1]);
  refuses = false;
  await profile.advance(10_000);
  expect(first.server.ops().map((op) => op.id)).toEqual([id]);
});

test('rule 2: a file that another tab saw through stays on the screen of one whose own link is silent', async () => {
  const { profile, cutOff, tab, first } = await attachingTabs(fakeProfile({ without: ['locks', 'channel'] }));
  cutOff.add('silent');
  await first.say('zero');
  first.server.ops();
  const silent = await tab('silent');
  const attached = silent.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  silent.server.welcome();
  await profile.settle();
  // It looks for what others left whenever its link comes.
  first.server.cut();
  await profile.advance(2_000);
  first.server.accept();
  await profile.settle();
  first.server.welcome();
  await profile.advance(8_000);
  const op = first.server.ops().find(({ kind }) => kind === 'image');
  if (!op) throw new Error('nothing was sent');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  cutOff.delete('silent');
  await profile.advance(20_000);
  expect(silent.rows().at(-1)).toBe('- image uploading');
  expect(first.rows()[0]).toBe('1 image sent');
});

test('rule 7: a file whose cancelling could not be stored stands there again', async () => {
  const profile = fakeProfile();
  let refuses = false;
  const { first, second } = await attachingTabs(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      const refuse = () => Promise.reject(new StoreError('failed'));
      return { ...store, transact: (keys, decide) => (refuses ? refuse() : store.transact(keys, decide)) };
    },
  });
  second.client.destroy();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  refuses = true;
  await expect(first.client.discard(id)).rejects.toMatchObject({ code: 'failed' });
  refuses = false;
  expect(first.rows()).toEqual(['- image uploading']);
  await first.client.discard(id);
  expect(first.rows()).toEqual([]);
});

test('rule 12, claim: a file on its way goes on in the name of the account', async () => {
  const { profile, side, first, second } = await attachingTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  side.script.push(...Array.from({ length: 30 }, () => 'lost' as const));
  first.server.welcome();
  await first.say('zero');
  const op = first.server.op('zero');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.advance(1_000);
  const signed = first.client.identify(async () => `h.${btoa(JSON.stringify({ sub: 'mei' }))}.mei`);
  await profile.settle();
  first.server.accept();
  await profile.settle();
  side.script.length = 0;
  const heads = [{ conversation: op.conversation, epoch: 'A', head: 1 }];
  first.server.welcome({ role: 'shopper', id: 'user:mei' }, heads, true);
  await signed;
  await profile.advance(5_000);
  const left = await profile.stores.get('inn:visitor')?.list([]);
  expect(left?.map(({ key }) => key[0])).toEqual(['forgotten']);
  expect(same(side.has.get(id)?.bytes, PICTURE)).toBe(true);
  expect(first.rows()).toEqual(['1 text sent', '- image sending']);
});

test('rule 7: a file is not called lost with its store before the log was read, where another tab may have put it', async () => {
  const { profile, cutOff, tab, first } = await attachingTabs(fakeProfile({ without: ['locks', 'channel'] }));
  cutOff.add('late');
  await first.say('zero');
  const late = await tab('late');
  const attached = late.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  late.server.cut();
  first.server.cut();
  await profile.advance(2_000);
  first.server.accept();
  await profile.settle();
  first.server.welcome();
  await profile.advance(1_000);
  const op = first.server.ops().find(({ kind }) => kind === 'image');
  if (!op) throw new Error('nothing was sent');
  const store = profile.stores.get('inn:visitor');
  await store?.wipe();
  await store?.transact([], () => [{ put: ['install'], value: 'x'.repeat(22) }]);
  cutOff.clear();
  await profile.advance(6_000);
  late.server.accept();
  await profile.settle();
  late.server.welcome(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  await profile.advance(1_000);
  // The server has its bytes: the message is sent once more, with the id that it has there.
  expect(late.rows().at(-1)).toBe('- image queued');
  late.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.advance(20_000);
  expect([
    late.rows().filter((row) => row.includes('image')),
    late.told.filter((line) => line.includes('failed')),
  ]).toEqual([['1 image sent'], []]);
});

test('rule 7: nor while what the server said of the log waits its turn behind a look at the store', async () => {
  const profile = fakeProfile({ without: ['locks', 'channel'] });
  let held: Promise<void> | undefined;
  let asked = false;
  const openStore = async (name: string): Promise<Store> => {
    const store = await profile.open(name);
    return {
      ...store,
      async list(prefix) {
        asked ||= prefix[0] === 'upload' && !!held;
        if (prefix[0] === 'upload') await held;
        return store.list(prefix);
      },
    };
  };
  const { cutOff, tab, first } = await attachingTabs(profile);
  cutOff.add('late');
  await first.say('zero');
  const late = await tab('late', { openStore });
  const attached = late.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  late.server.cut();
  first.server.cut();
  await profile.advance(2_000);
  first.server.accept();
  await profile.settle();
  first.server.welcome();
  await profile.advance(1_000);
  const op = first.server.ops().find(({ kind }) => kind === 'image');
  if (!op) throw new Error('nothing was sent');
  const store = profile.stores.get('inn:visitor');
  await store?.wipe();
  await store?.transact([], () => [{ put: ['install'], value: 'x'.repeat(22) }]);
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  while (!asked) await profile.advance(500);
  late.server.accept();
  await profile.settle();
  late.server.welcome(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  release();
  await profile.advance(1_000);
  late.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.advance(6_000);
  expect([
    late.rows().filter((row) => row.includes('image')),
    late.told.filter((line) => line.includes('failed')),
  ]).toEqual([['1 image sent'], []]);
});

test('rule 2: a file whose message comes by another tab while it is about to be posted here stands there once', async () => {
  const profile = fakeProfile({ without: ['locks'] });
  let held: Promise<void> | undefined;
  const { first, second } = await attachingTabs(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return {
        ...store,
        async transact(keys, decide) {
          if (keys.some(([part]) => part === 'upload')) await held;
          return store.transact(keys, decide);
        },
      };
    },
  });
  second.client.destroy();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  first.server.welcome();
  await profile.advance(1_000);
  first.server.events('c'.repeat(22), [eventOf(1, SHOPPER, { ...SIZE, upload: id }, id, 'image')]);
  await profile.settle();
  release();
  await profile.settle();
  expect([first.rows(), first.server.ops()]).toEqual([['1 image sent'], []]);
  await profile.advance(10_000);
  expect(first.rows()).toEqual(['1 image sent']);
});
