import type { Store } from '@xiaoer/core';
import { BOT, eventFor, eventOf, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun } from './begun-tab.ts';
import { tabOf, twoTabs } from './tab-talk.ts';

// How the simulation lost what was accepted; decisions/0014 names each.

test('rule 16: what another tab saw through before a restore took it is sent again by its author, who had not seen it', async () => {
  const { profile, tab, conversation } = await begun();
  const author = tabOf(profile);
  author.client.connect();
  await profile.settle();
  await author.say('one');
  await tab.env.live('visible');
  const op = tab.server.op('one');
  tab.server.events(conversation, [eventFor(op, 2)]);
  await profile.settle();
  tab.server.send({ t: 'reset', conversation, epoch: 'B', events: [], head: 0, first: 1 });
  await profile.settle();
  expect([tab.lines(), tab.told.filter((line) => line.startsWith('history-reset'))]).toEqual([[], ['history-reset 2']]);
  // The first sign of life makes it one of the tabs, the second one makes it look.
  await author.env.live('visible');
  await author.env.live('visible');
  expect(author.lines()).toEqual(['- shopper one queued unsaved']);
  await author.greet();
  expect(author.server.ops().map(({ id, body }) => [id, body['text']])).toEqual([[op.id, 'one']]);
});

test('rule 12: a tab that is opened after the browser threw the store away makes no second visitor of one install', async () => {
  const profile = fakeProfile();
  const { tab } = await begun(profile);
  await profile.stores.get('inn:visitor')?.wipe();
  const later = tabOf(profile);
  later.client.connect();
  await later.greet(null);
  await later.say('anew');
  // Whose the store is now, both are; what was evicted is nobody's, as after a sign-out that was not heard of.
  expect([tab.lines(), later.lines()]).toEqual([['- shopper anew queued'], ['- shopper anew queued']]);
  await profile.advance(1_000);
  await later.greet({ role: 'shopper', id: 'p-later' });
  await profile.settle();
  expect([tab.client.principal.value, later.client.principal.value?.id]).toEqual([null, 'p-later']);
  expect(later.lines()).toEqual(['- shopper anew sending']);
});

test('rule 12, claim: where the store cannot be read nothing of a claimed visitor is given up', async () => {
  let refuses = false;
  const profile = fakeProfile({ without: ['locks', 'channel'] });
  const { tab } = await begun(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return { ...store, list: (prefix) => (refuses ? Promise.reject(new Error('refused')) : store.list(prefix)) };
    },
  });
  await tab.say('wrong');
  tab.server.nack(tab.server.op('wrong'), 'rejected', 'not-found');
  await profile.settle();
  const other = tabOf(profile);
  await other.say('of another tab');
  await other.env.kill();
  refuses = true;
  tab.server.cut();
  await tab.env.advance(1_000);
  tab.server.accept();
  await profile.settle();
  tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked', nonce: tab.server.nonce() });
  await profile.settle();
  expect(tab.lines()).toEqual(['- shopper wrong failed not-found unsaved']);
  const rows = (await profile.stores.get('inn:visitor')?.list(['op'])) ?? [];
  expect(rows.map(({ value }) => (value as { body: { text: string } }).body.text)).toEqual(['wrong', 'of another tab']);
});

test('rule 2: what its author took back before it left is gone in every tab, and none sends it', async () => {
  const { profile, first, second } = await twoTabs();
  first.server.cut(60_000);
  await profile.settle();
  const id = await first.say('for nobody');
  await profile.settle();
  expect(second.lines()).toEqual(['- shopper for nobody queued']);
  await first.client.retract(id);
  await profile.advance(3_000);
  expect([first.lines(), second.lines()]).toEqual([[], []]);
  expect(second.server.heard()).toEqual([]);
});

test('rule 16: what is gone is told in full although the log grew while its page was read', async () => {
  const { tab, conversation } = await begun();
  const zero = eventFor(tab.server.op('zero'), 1);
  tab.server.events(conversation, [eventOf(2, BOT, 'b'), eventOf(3, BOT, 'c')]);
  await tab.env.settle();
  tab.server.send({ t: 'reset', conversation, epoch: 'B', events: [zero], head: 2, first: 1 });
  tab.server.events(conversation, [eventOf(2, BOT, 'other', 'e9')], 'B');
  await tab.env.settle();
  expect(tab.lines()).toEqual(['1 shopper zero sent', '2 bot other']);
  expect(tab.told.filter((line) => line.startsWith('history-reset'))).toEqual(['history-reset 2']);
});

test('rule 10: an op that a failing disk had left over is sent by the tab that leads, which had never looked for it', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('zero');
  first.server.welcome();
  await profile.settle();
  const zero = eventFor(first.server.op('zero'), 1);
  first.server.events(first.server.op('zero').conversation, [zero]);
  await first.say('one');
  const { id, conversation } = first.server.op('one');
  const rows = await profile.stores.get('inn:visitor')?.list(['op']);
  first.server.events(conversation, [eventFor(first.server.op('one'), 2)]);
  await profile.settle();
  // Its row comes back, and a restore takes its event: of both the tab that leads hears nothing new.
  first.server.send({ t: 'reset', conversation, epoch: 'B', events: [zero], head: 1, first: 1 });
  await profile.settle();
  await profile.stores
    .get('inn:visitor')
    ?.transact([], () => (rows ?? []).map(({ key, value }) => ({ put: key, value })));
  first.server.ops();
  await second.env.live('visible');
  await profile.advance(4_000);
  expect(first.server.ops().map((op) => op.id)).toEqual([id]);
  expect(second.lines()).toEqual(['1 shopper zero sent', '- shopper one sending']);
});

test('rule 16: a conversation that a restore took away whole goes from the tabs that follow, and they say so', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('zero');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('zero');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper zero sent']);
  first.server.send({ t: 'reset', conversation: op.conversation, epoch: 'B', events: [], head: 0, first: 1 });
  await profile.settle();
  const losses = [first, second].map(({ told }) => told.filter((line) => line.startsWith('history-reset')));
  expect([first.lines(), second.lines(), losses]).toEqual([[], [], [['history-reset 1'], ['history-reset 1']]]);
});

test('rule 7: what failed stands there although the browser threw the store away while it was being read', async () => {
  let throwsAway = false;
  const profile = fakeProfile({ without: ['locks', 'channel'] });
  const { tab } = await begun(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      const list: Store['list'] = async (prefix) => {
        if (throwsAway && prefix[0] === 'op') await store.wipe();
        return store.list(prefix);
      };
      return { ...store, list };
    },
  });
  await tab.say('wrong');
  tab.server.nack(tab.server.op('wrong'), 'rejected', 'not-found');
  await profile.settle();
  throwsAway = true;
  await tab.env.live('visible');
  await tab.env.live('visible');
  expect(tab.lines()).toEqual(['1 shopper zero sent', '- shopper wrong failed not-found']);
});
