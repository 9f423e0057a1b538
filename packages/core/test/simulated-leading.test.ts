import type { Store } from '@xiaoer/core';
import { BOT, eventFor, eventOf, fakeProfile, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun as alone } from './begun-tab.ts';
import { slowDisk } from './slow-disk.ts';
import { type TabTalk, tabOf, twoTabs } from './tab-talk.ts';

const LAN = { role: 'agent', id: 'agent:lan', name: 'Lan' } as const;

// What the simulation found of a tab that leads and of those that follow it; decisions/0014 names each.

/** The first op of a tab that leads, and its event. */
async function begun({ client, say, greet, server, env }: TabTalk) {
  client.connect();
  await say('zero');
  await greet();
  const op = server.op('zero');
  server.ack(op, 1);
  server.events(op.conversation, [eventFor(op, 1)]);
  await env.settle();
  return op.conversation;
}

test('rule 10: what the leading tab shows the others show at once', async () => {
  const { profile, first, second } = await twoTabs();
  const conversation = await begun(first);
  first.server.events(conversation, [eventOf(2, BOT, 'news')]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper zero sent', '2 bot news']);
});

test('rules 10 and 14: what aged in the store under a tab that shows it another tab gets by a link of its own', async () => {
  const { profile, first } = await twoTabs();
  const conversation = await begun(first);
  const store = profile.stores.get('inn:visitor') as Store;
  await store.transact([], () => [{ clear: ['event'] }, { clear: ['conversation'] }]);
  const later = tabOf(profile);
  later.client.connect();
  // It follows, looks into the store, and finds nothing there.
  await later.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  expect(later.server.heard()).toEqual(['open', 'close', 'open', 'hello secret']);
  later.server.events(conversation, [eventOf(1, SHOPPER, 'zero')]);
  await profile.settle();
  expect([later.lines(), first.lines()]).toEqual([['1 shopper zero sent'], ['1 shopper zero sent']]);
  // As soon as the store holds what is shown, one link is enough again.
  first.server.events(conversation, [eventOf(2, BOT, 'news')]);
  await profile.advance(2_000);
  expect(later.server.heard().slice(-2)).toEqual([expect.stringMatching(/^bye/), 'close']);
  expect(later.lines()).toEqual(['1 shopper zero sent', '2 bot news']);
});

test('rule 12: a tab that opens after the store was evicted is nobody, whoever leads', async () => {
  const profile = fakeProfile();
  const first = tabOf(profile);
  await begun(first);
  await (profile.stores.get('inn:visitor') as Store).wipe();
  const later = tabOf(profile);
  later.client.connect();
  await later.greet(null);
  await later.greet(null);
  expect(later.server.heard()).toEqual(['open', 'hello', 'bye', 'close', 'open', 'hello']);
  expect([later.client.principal.value, later.lines()]).toEqual([null, []]);
});

test('rules 4 and 10: a tab that has come to lead does not go back to the conversation that the one before it told', async () => {
  const { profile, first, second } = await twoTabs();
  const third = tabOf(profile);
  third.client.connect();
  await third.greet(null);
  const conversation = await begun(first);
  await first.env.kill();
  await profile.settle();
  await second.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  await second.say('anew');
  second.server.nack(second.server.op('anew'), 'retry', 'conversation-closed');
  await profile.settle();
  // A tab that follows stores something, and the one that leads looks what it is.
  await third.say('more');
  await profile.settle();
  const places = second.server.ops().flatMap((op) => (op.body['text'] === 'anew' ? op.conversation : []));
  expect(places).toEqual([conversation, expect.not.stringContaining(conversation)]);
});

test('rules 3 and 12: what is committed when its identity has ended is told to nobody', async () => {
  const profile = fakeProfile();
  const slow = slowDisk(profile.open);
  const tab = tabOf(profile, { openStore: slow.open });
  const conversation = await begun(tab);
  const other = tabOf(profile);
  other.client.connect();
  await profile.settle();
  slow.hold();
  tab.server.events(conversation, [eventOf(2, BOT, 'of before')]);
  await profile.settle();
  void other.client.logout();
  await profile.settle();
  expect(tab.lines()).toEqual([]);
  slow.release();
  await profile.settle();
  expect(tab.told.filter((line) => line.startsWith('received'))).toEqual([]);
});

test('rules 4 and 8: how old an op is does not bring back what another tab has seen through, or was told that it failed', async () => {
  const { profile, tab, conversation } = await alone();
  await tab.say('one');
  await tab.say('wrong');
  const other = tabOf(profile);
  other.client.connect();
  await profile.settle();
  const [one, wrong] = [tab.server.op('one'), tab.server.op('wrong')];
  tab.server.events(conversation, [eventFor(one, 2)]);
  tab.server.nack(wrong, 'rejected', 'not-found');
  await profile.settle();
  // The other tab has heard of neither when it stores the ages of what it knows.
  await profile.advance(11_000);
  const rows = (await profile.stores.get('inn:visitor')?.list(['op'])) ?? [];
  expect(rows.map(({ value }) => (value as { state: string }).state)).toEqual(['failed']);
});

test('rule 12: a tab that missed a sign-out never shows its conversation under the name of who came after', async () => {
  const profile = fakeProfile();
  const before = tabOf(profile);
  await begun(before);
  await before.env.kill();
  // It shows what is stored, and no server is there: it has not met the other tabs yet.
  const offline = tabOf(profile);
  offline.client.connect();
  await profile.settle();
  expect(offline.lines()).toEqual(['1 shopper zero sent']);
  const other = tabOf(profile);
  other.client.connect();
  await other.greet();
  await other.client.logout();
  await other.say('of who came after');
  await other.greet({ role: 'shopper', id: 'p-after' });
  const seen: string[] = [];
  offline.client.principal.subscribe((principal) => seen.push(`${principal?.id} ${offline.lines()}`));
  await offline.greet();
  await profile.settle();
  expect(seen).not.toContain('p-after 1 shopper zero sent');
  expect(offline.lines()).toEqual([expect.stringMatching(/^- shopper of who came after/)]);
});

test('rule 12: a tab that reads the store while another one signs out begins with nothing of what was there', async () => {
  const profile = fakeProfile();
  const first = tabOf(profile);
  const conversation = await begun(first);
  first.server.events(conversation, [eventOf(2, LAN, { state: 'joined', agent: LAN }, 'e2', 'handoff')]);
  await profile.settle();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const later = tabOf(profile, {
    openStore: async (name): Promise<Store> => {
      const store = await profile.open(name);
      return {
        ...store,
        list: async (prefix) => {
          if (prefix[0] === 'event') await answered;
          return store.list(prefix);
        },
      };
    },
  });
  // It has read whose the store is, and how far the log goes; its events come when they are gone.
  later.client.connect();
  await profile.settle();
  await first.client.logout();
  answer();
  await later.greet(null);
  expect(later.server.heard()).toEqual(['open', 'hello']);
  expect([later.lines(), later.client.principal.value]).toEqual([[], null]);
  // What it begins is another visitor's.
  await later.say('anew');
  await profile.settle();
  expect(later.server.heard()).toEqual(['hello secret']);
  await later.greet({ role: 'shopper', id: 'p-later' });
  const op = later.server.op('anew');
  expect(op.conversation).not.toBe(conversation);
  expect(later.lines()).toEqual(['- shopper anew sending']);
});

test('rule 10: a tab goes on knowing who it is when one that was not greeted yet has taken the link', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  expect(second.client.principal.value).toEqual(SHOPPER);
  second.env.freeze();
  const third = tabOf(profile);
  third.client.connect();
  await first.env.kill();
  await profile.advance(10_000);
  expect([third.client.leads.value, third.client.principal.value]).toEqual([true, null]);
  const known: unknown[] = [];
  second.client.principal.subscribe((now) => void known.push(now));
  await second.env.thaw();
  await profile.advance(3_000);
  expect([second.client.leads.value, known]).toEqual([false, [SHOPPER]]);
});

test('rule 2: what was acked does not go back to waiting when another tab has stored its event, and the cache gave that up', async () => {
  const { profile, first, second } = await twoTabs();
  await second.say('one');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('one');
  first.server.ack(op, 1);
  await profile.settle();
  const seen: string[] = [];
  second.client.messages.subscribe(() => void seen.push(...second.lines()));
  profile.lose(() => true);
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  const store = profile.stores.get('inn:visitor');
  await store?.transact([], () => [
    { clear: ['event', op.conversation] },
    { put: ['conversation', op.conversation], value: { id: op.conversation, order: 1, seq: 0, first: 1 } },
  ]);
  await second.env.live('visible');
  await profile.settle();
  second.server.accept();
  await profile.settle();
  second.server.welcome(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  second.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper one sent']);
  expect(seen.filter((line) => !line.includes(' sent'))).toEqual([]);
});
