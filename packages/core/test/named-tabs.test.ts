import { eventFor, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { tabOf, twoTabs } from './tab-talk.ts';
import { disk, talk } from './talk.ts';

// Bugs that other clients had, each as one timeline.

test('online + focus + visible within 5 ms: one hello on a living link, in the tab that leads alone', async () => {
  const { profile, first, second } = await twoTabs();
  for (const { env } of [first, second]) {
    for (const event of ['online', 'visible', 'online'] as const) {
      await env.live(event);
      await profile.advance(2);
    }
  }
  expect([first.server.heard(), second.server.heard()]).toEqual([['hello'], []]);
});

test('a never-connected client must not connect on visible, nor because it keeps a draft', async () => {
  const profile = fakeProfile();
  const { client, env, server } = tabOf(profile);
  client.setDraft('half');
  await profile.advance(1_000);
  await env.live('visible');
  await env.live('online');
  await profile.advance(60_000);
  expect([server.heard(), client.connection.value.state, client.draft.value]).toEqual([[], 'idle', 'half']);
  expect(profile.stores.size).toBe(0);
});

test('partition heals with the status still connected: the follower is told of the new link, and its op leaves', async () => {
  const { profile, first, second } = await twoTabs();
  await second.say('one');
  first.server.welcome();
  await profile.settle();
  await profile.advance(30_000);
  expect([first, second].map(({ client }) => client.connection.value.state)).not.toContain('online');
  await profile.advance(1_000);
  await first.greet();
  const op = first.server.op('one');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  expect([first, second].map(({ client }) => client.connection.value.state)).toEqual(['online', 'online']);
  expect(second.lines()).toEqual(['1 shopper one sent']);
});

test('reported failed but sent later: what one tab sees fail is not sent by another, until its author wants it', async () => {
  const { profile, first, second } = await twoTabs();
  await second.say('bad');
  first.server.welcome();
  await profile.settle();
  first.server.nack(first.server.op('bad'), 'rejected', 'forbidden');
  await profile.settle();
  expect([first.lines(), second.lines()]).toEqual([
    ['- shopper bad failed forbidden'],
    ['- shopper bad failed forbidden'],
  ]);
  expect(second.told).toContain('failed bad forbidden');
  first.server.heard();
  await first.env.kill();
  await second.greet();
  expect(second.server.heard().filter((line) => line.startsWith('append'))).toEqual([]);
  await second.client.resend(second.client.outbox.value[0]?.id ?? '');
  await profile.settle();
  expect(second.server.heard()).toEqual(['append o1 text bad in c1']);
});

test('IndexedDB gone but localStorage alive: a profile that has chatted before starts as a new visitor, and says nothing old', async () => {
  const { client, server, greet, say, lines } = talk({ openStore: disk().open, resume: true });
  client.connect();
  await greet(null);
  expect([server.heard(), lines()]).toEqual([['open', 'hello'], []]);
  await say('new');
  expect(server.heard()).toEqual(['hello secret']);
});
