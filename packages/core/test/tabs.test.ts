import { BOT, eventFor, eventOf, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { tabOf, twoTabs } from './tab-talk.ts';

test('rule 10: a tab connects at once, and follows when another has the link', async () => {
  const profile = fakeProfile();
  const first = tabOf(profile);
  first.client.connect();
  await first.greet(null);
  await profile.advance(20_000);
  expect([first.server.heard(), first.client.leads.value]).toEqual([['open', 'hello'], true]);
  const second = tabOf(profile);
  second.client.connect();
  await second.greet(null);
  expect(second.server.heard()).toEqual(['open', 'hello', 'bye', 'close']);
  expect([first.client.leads.value, second.client.leads.value]).toEqual([true, false]);
  expect(second.client.connection.value.state).toBe('online');
  expect(second.client.shop.value).toEqual({ name: 'The inn', agents: 1 });
  await profile.advance(9_000);
  expect(second.server.heard()).toEqual([]);
  expect(second.told).toEqual(['connecting', 'online', 'online']);
});

test('rule 10: what a follower writes is stored, sent by the leader, and shown once in both', async () => {
  const { profile, first, second } = await twoTabs();
  await second.say('hello');
  expect(first.server.heard()).toEqual(['hello secret']);
  first.server.welcome();
  await profile.settle();
  expect(first.server.heard()).toEqual(['append o1 text hello in c1']);
  expect([first.lines(), second.lines()]).toEqual([['- shopper hello sending'], ['- shopper hello sending']]);
  const op = first.server.op('hello');
  first.server.ack(op, 1);
  await profile.settle();
  expect(second.lines()).toEqual(['- shopper hello sent']);
  first.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'yes')]);
  await profile.settle();
  expect(first.lines()).toEqual(['1 shopper hello sent', '2 bot yes']);
  expect(second.lines()).toEqual(first.lines());
  expect([first.told, second.told].map((told) => told.filter((line) => line === 'received yes'))).toEqual([
    ['received yes'],
    ['received yes'],
  ]);
  expect([first.client.unread.value, second.client.unread.value]).toEqual([1, 1]);
  second.client.markRead();
  await profile.settle();
  expect([first.client.unread.value, second.client.unread.value]).toEqual([0, 0]);
  expect(second.server.heard()).toEqual([]);
  expect(profile.hints.some((text) => /hello|yes|sssss/.test(text))).toBe(false);
  expect([...first.env.lines, ...second.env.lines]).toEqual([]);
});

test('rule 10: hints may be lost; the next beat finds what was written and what came', async () => {
  const { profile, first, second } = await twoTabs();
  profile.lose(() => true);
  await second.say('hello');
  await profile.advance(3_000);
  expect(first.server.heard()).toEqual([]);
  profile.lose(() => false);
  await profile.advance(2_000);
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('hello');
  profile.lose(() => true);
  first.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'yes')]);
  await profile.settle();
  expect(second.lines()).toEqual(['- shopper hello sending']);
  profile.lose(() => false);
  await profile.advance(2_000);
  expect(second.lines()).toEqual(['1 shopper hello sent', '2 bot yes']);
});

test('rule 10: a leader that closes leaves the link to the next, which sends again what was on its way', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  expect(first.server.heard()).toEqual(['hello secret', 'append o1 text one in c1']);
  await first.env.live('pagehide');
  expect(second.server.heard()).toEqual(['open']);
  await second.greet();
  expect(second.server.heard()).toEqual(['hello secret', 'append o1 text one in c1']);
  expect([second.client.leads.value, first.env.heldLocks(), first.env.openChannels()]).toEqual([true, [], 0]);
  await first.env.live('pageshow');
  await first.greet();
  expect(first.client.leads.value).toBe(false);
});

test('rule 10, kill between dequeue and send: the op of a killed leader is sent by the tab that is left', async () => {
  const { profile, first, second } = await twoTabs();
  const sent = first.client.send('text', { text: 'one' });
  await sent;
  await first.env.kill();
  await second.greet();
  await profile.settle();
  expect(second.server.heard().filter((line) => line.startsWith('append'))).toEqual(['append o1 text one in c1']);
});

test('rule 10, frozen lock holder: a visible follower asks after 6 s, steals 1.5 s later; the old leader steps down', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  first.env.freeze();
  await profile.advance(4_000);
  expect(second.server.heard()).toEqual([]);
  await profile.advance(5_600);
  expect(second.server.heard()).toEqual(['open']);
  await second.greet();
  await profile.settle();
  const op = second.server.op('one');
  second.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  first.server.heard();
  await first.env.thaw();
  expect(first.server.heard()).toEqual(['bye', 'close']);
  expect([first.client.leads.value, second.client.leads.value]).toEqual([false, true]);
  expect([first.lines(), second.lines()]).toEqual([['1 shopper one sent'], ['1 shopper one sent']]);
});

test('rules 3 and 10: a leader that was not told learns from its next transaction, and writes nothing', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('one');
  // The browser froze it for so long that it lost the lock, and it speaks before it is told.
  const store = profile.stores.get('inn:visitor');
  await store?.transact([], () => [{ put: ['leader'], value: 99 }]);
  profile.lose(() => true);
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  expect(await store?.list(['event'])).toEqual([]);
  expect(first.client.leads.value).toBe(false);
  expect(second.client.leads.value).toBe(true);
});

test('rule 10: a hidden leader makes room when a visible tab asks', async () => {
  const { profile, first, second } = await twoTabs();
  await second.env.live('hidden');
  await first.env.live('hidden');
  await profile.advance(10_000);
  expect(first.client.leads.value).toBe(true);
  await second.env.live('visible');
  await second.greet(null);
  expect([first.client.leads.value, second.client.leads.value]).toEqual([false, true]);
  expect(first.server.heard().at(-1)).toBe('close');
});

test('typing of a follower goes out through the leader, and who types is seen in both', async () => {
  const { profile, first, second } = await twoTabs();
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('one');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  first.server.heard();
  second.client.setTyping(true);
  await profile.settle();
  expect(first.server.heard()).toEqual(['signal typing {"on":true}']);
  first.server.send({ t: 'signal', name: 'typing', conversation: op.conversation, from: BOT, body: { on: true } });
  await profile.settle();
  expect(second.client.typing.value).toEqual([{ from: BOT }]);
});

test('without locks every tab has its own link, and one that becomes visible finds what the others wrote', async () => {
  const profile = fakeProfile({ without: ['locks', 'channel'] });
  const tabs = [tabOf(profile), tabOf(profile)] as const;
  for (const { client, greet } of tabs) {
    client.connect();
    await greet(null);
  }
  const [first, second] = tabs;
  await first.say('one');
  first.server.welcome();
  await profile.settle();
  expect(second.lines()).toEqual([]);
  await second.env.live('visible');
  await profile.settle();
  expect(second.lines()).toEqual(['- shopper one queued']);
  expect(second.client.connection.value.state).toBe('online');
  expect([first.client.leads.value, second.client.leads.value]).toEqual([true, true]);
  second.server.welcome();
  await profile.settle();
  const op = second.server.op('one');
  expect(op.id).toBe(first.server.op('one').id);
  for (const { server } of tabs) server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'yes')]);
  await profile.settle();
  expect([first.lines(), second.lines()]).toEqual([
    ['1 shopper one sent', '2 bot yes'],
    ['1 shopper one sent', '2 bot yes'],
  ]);
});

test('two tabs in the same millisecond: one secret, and both ops get their place in one conversation', async () => {
  const { profile, first, second } = await twoTabs();
  const both = [first.client.send('text', { text: 'a' }), second.client.send('text', { text: 'b' })];
  await Promise.all(both);
  await profile.settle();
  first.server.welcome();
  await profile.settle();
  const [a, b] = [first.server.op('a'), first.server.op('b')];
  first.server.events(a.conversation, [eventFor(a, 1)]);
  first.server.nack(b, 'retry', 'use', { use: a.conversation });
  await profile.settle();
  const again = first.server.op('b');
  expect([again.id, again.conversation]).toEqual([b.id, a.conversation]);
  first.server.events(a.conversation, [eventFor(again, 2)]);
  await profile.settle();
  expect(first.lines()).toEqual(['1 shopper a sent', '2 shopper b sent']);
  expect(second.lines()).toEqual(first.lines());
  const secrets = await profile.stores.get('inn:visitor')?.list(['secret']);
  expect(secrets).toHaveLength(1);
});

test('a draft that was put away before the tabs know of each other does not come back', async () => {
  const { profile, first } = await twoTabs();
  await first.say('one');
  first.client.setDraft('half a sentence');
  await profile.advance(1_000);
  const third = tabOf(profile);
  third.client.connect();
  await profile.settle();
  expect(third.client.draft.value).toBe('half a sentence');
  third.client.setDraft('');
  await third.greet();
  await profile.advance(1_000);
  expect([first.client.draft.value, third.client.draft.value]).toEqual(['', '']);
  expect(await profile.stores.get('inn:visitor')?.list(['draft'])).toEqual([]);
});

test('a draft is the same in every tab and after a reload, and sending it empties it', async () => {
  const { profile, first, second } = await twoTabs();
  first.client.setDraft('not yet');
  await profile.advance(1_000);
  expect(await profile.stores.get('inn:visitor')?.list([])).toEqual([]);
  await first.say('one');
  first.client.setDraft('ha');
  first.client.setDraft('half a sentence');
  await profile.advance(1_000);
  expect(second.client.draft.value).toBe('half a sentence');
  expect(profile.hints.some((text) => text.includes('half'))).toBe(false);
  second.client.destroy();
  const third = tabOf(profile);
  third.client.connect();
  await profile.settle();
  expect(third.client.draft.value).toBe('half a sentence');
  await third.greet();
  await third.say('half a sentence');
  await profile.advance(1_000);
  expect([first.client.draft.value, third.client.draft.value]).toEqual(['', '']);
  expect(await profile.stores.get('inn:visitor')?.list(['draft'])).toEqual([]);
});
