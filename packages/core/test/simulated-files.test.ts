import { type Store, StoreError } from '@xiaoer/core';
import { eventFor, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { attachingTabs, PICTURE, SIZE } from './attaching-tabs.ts';

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
