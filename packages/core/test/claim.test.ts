import { effect } from '@preact/signals-core';
import { BOT, eventFor, eventOf, type FakeProfile, fakeProfile, type ScriptedServer } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { type TabTalk, tabOf } from './tab-talk.ts';

const tokenOf = (sub: string, mark = sub) => `h.${btoa(JSON.stringify({ sub }))}.${mark}`;
const MEI = { role: 'shopper', id: 'user:mei' } as const;

/** Answers the last hello and its claim. */
function answer(
  server: ScriptedServer,
  claimed: boolean | undefined,
  conversations: Parameters<ScriptedServer['welcome']>[1] = [],
) {
  server.welcome(MEI, conversations, claimed);
}

/** A visitor has asked, was answered, and has one op on its way. */
async function asked(profile = fakeProfile()) {
  const tab = tabOf(profile);
  tab.client.connect();
  await tab.say('one');
  await tab.greet();
  const op = tab.server.op('one');
  tab.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'yes')]);
  await profile.settle();
  return { profile, tab, conversation: op.conversation };
}

/** Names of what is left of the visitor: that they are forgotten, for a tab that nobody can tell. */
const left = async ({ stores }: FakeProfile) => (await stores.get('inn:visitor')?.list([]))?.map(({ key }) => key[0]);

/** Signs in up to the hello, which is not answered yet. */
async function signIn({ client, env, server }: TabTalk) {
  const signed = client.identify(async () => tokenOf('mei'));
  await env.settle();
  server.accept();
  await env.settle();
  return { signed };
}

test('rule 12, claim: the timeline goes on without a flash, and what was on its way is sent by the account', async () => {
  const { profile, tab, conversation } = await asked();
  await tab.say('two');
  const seen: string[][] = [];
  const stop = effect(() => void (tab.client.messages.value && seen.push(tab.lines())));
  tab.server.heard();
  const { signed } = await signIn(tab);
  expect(tab.server.heard()).toEqual(['bye c1@A:2', 'close', 'open', 'hello token=mei claim c1@A:2']);
  answer(tab.server, true, [{ conversation, epoch: 'A', head: 3 }]);
  await signed;
  tab.server.events(conversation, [eventOf(3, { role: 'system', id: 'house' }, {}, 'claimed', 'hidden')]);
  await profile.settle();
  stop();
  expect(
    seen.every((lines) => lines[0] === '1 shopper one sent' && lines[1] === '2 bot yes' && lines.length === 3),
  ).toBe(true);
  expect(tab.server.heard()).toEqual(['append o2 text two in c1']);
  expect(await left(profile)).toEqual(['forgotten']);
  tab.client.destroy();
  const after = tabOf(profile, { resume: true });
  after.client.connect();
  const again = after.client.identify(async () => tokenOf('mei'));
  await after.greet(MEI, [{ conversation, epoch: 'A', head: 3 }]);
  await again;
  expect(after.lines()).toEqual(['1 shopper one sent', '2 bot yes', '- shopper two sending']);
});

test('rule 12, claim: a refused one leaves the old chat unreadable, and its ops unsent', async () => {
  const { profile, tab } = await asked();
  await tab.say('two');
  const { signed } = await signIn(tab);
  tab.server.heard();
  answer(tab.server, false);
  await tab.greet(MEI);
  await signed;
  expect(tab.lines()).toEqual([]);
  expect(tab.server.heard()).toEqual(['bye c1@A:2', 'close', 'open', 'hello token=mei']);
  expect(await profile.stores.get('inn:visitor')?.list([])).toEqual([]);
  expect(await profile.stores.get('inn:user:mei')?.list(['event'])).toEqual([]);
});

test('rule 12, claim: an answer that was lost is asked for again', async () => {
  const { profile, tab, conversation } = await asked();
  const { signed } = await signIn(tab);
  tab.server.cut();
  await profile.advance(1_000);
  tab.server.accept();
  await profile.settle();
  expect(tab.server.heard().at(-1)).toBe('hello token=mei claim c1@A:2');
  answer(tab.server, true, [{ conversation, epoch: 'A', head: 2 }]);
  await signed;
  expect(tab.lines()).toEqual(['1 shopper one sent', '2 bot yes']);
});

test('rule 12, claim: a conversation of an earlier page is not claimed before the shopper says so', async () => {
  const { profile, tab, conversation } = await asked();
  tab.client.destroy();
  const next = tabOf(profile);
  next.client.connect();
  await next.greet(undefined, [{ conversation, epoch: 'A', head: 2 }]);
  next.server.heard();
  const { signed } = await signIn(next);
  next.server.welcome(MEI);
  await signed;
  expect([next.lines(), next.client.claimable.value]).toEqual([[], true]);
  expect(next.server.heard()).toEqual(['bye c1@A:2', 'close', 'open', 'hello token=mei']);
  const claimed = next.client.claim(true);
  await profile.settle();
  next.server.accept();
  await profile.settle();
  expect([next.server.heard().at(-1), next.client.claimable.value]).toEqual(['hello token=mei claim', false]);
  answer(next.server, true, [{ conversation, epoch: 'A', head: 3 }]);
  await claimed;
  next.server.events(conversation, [
    eventOf(1, MEI, 'one'),
    eventOf(2, BOT, 'yes'),
    eventOf(3, { role: 'system', id: 'house' }, {}, 'claimed', 'hidden'),
  ]);
  await profile.settle();
  expect(next.lines()).toEqual(['1 shopper one sent', '2 bot yes']);
  expect(await left(profile)).toEqual(['forgotten']);
});

test('rule 12, claim: on a shared computer the shopper says no, and the other chat is gone from it', async () => {
  const { profile, tab } = await asked();
  tab.client.destroy();
  const next = tabOf(profile);
  next.client.connect();
  await next.greet();
  const { signed } = await signIn(next);
  next.server.welcome(MEI);
  await signed;
  expect(next.client.claimable.value).toBe(true);
  await next.client.claim(false);
  expect([next.client.claimable.value, next.lines()]).toEqual([false, []]);
  expect(await profile.stores.get('inn:visitor')?.list([])).toEqual([]);
  await next.client.claim(true);
  expect(next.server.heard().filter((line) => line.includes('claim'))).toEqual([]);
});

test('rule 12, claim: another tab of the visitor ends with it; on another device the revoked secret starts anew', async () => {
  const { profile, tab, conversation } = await asked();
  const other = tabOf(profile);
  other.client.connect();
  await other.greet(undefined, [{ conversation, epoch: 'A', head: 2 }]);
  expect(other.lines()).toEqual(['1 shopper one sent', '2 bot yes']);
  const { signed } = await signIn(tab);
  answer(tab.server, true, [{ conversation, epoch: 'A', head: 2 }]);
  await signed;
  await profile.settle();
  expect(other.lines()).toEqual([]);
  await other.greet(null);
  expect(other.client.principal.value).toBe(null);

  const device = await asked();
  device.tab.server.heard();
  device.tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked' });
  await device.profile.settle();
  expect(device.tab.server.heard()).toEqual(['hello secret c1@A:2']);
  device.tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked', nonce: device.tab.server.nonce() });
  await device.tab.greet(null);
  expect([device.tab.lines(), device.tab.client.principal.value]).toEqual([[], null]);
  expect(device.tab.server.heard()).toEqual(['close', 'open', 'hello']);
  expect(await device.profile.stores.get('inn:visitor')?.list([])).toEqual([]);
});

test('rule 12, claim: what another tab has wiped meanwhile is neither claimed nor stored again', async () => {
  const { profile, tab } = await asked(fakeProfile({ without: ['channel'] }));
  await profile.stores.get('inn:visitor')?.wipe();
  const { signed } = await signIn(tab);
  expect(tab.server.heard().at(-1)).toBe('hello token=mei');
  tab.server.welcome(MEI);
  await signed;
  expect([tab.lines(), tab.client.claimable.value]).toEqual([[], false]);
});

test('rule 12: what is being written goes on being written while its shopper signs in; an earlier guest’s words do not', async () => {
  const drafts: [string, string][] = [];
  const note = (when: string, { client }: TabTalk) => drafts.push([when, client.draft.value]);

  const fresh = tabOf(fakeProfile());
  fresh.client.connect();
  await fresh.greet();
  fresh.client.setDraft('where is my');
  const { signed } = await signIn(fresh);
  fresh.server.welcome(MEI);
  await signed;
  note('nothing was said yet', fresh);
  await fresh.client.logout();
  note('signed out', fresh);

  const { tab } = await asked();
  tab.client.setDraft('and the lid');
  await signIn(tab);
  note('with a claim', tab);

  const { profile, tab: guest, conversation } = await asked();
  guest.client.setDraft('a secret');
  await profile.advance(1_000);
  guest.client.destroy();
  const next = tabOf(profile, { resume: true });
  next.client.connect();
  await next.greet(undefined, [{ conversation, epoch: 'A', head: 2 }]);
  note('the guest’s own, before', next);
  await signIn(next);
  note('somebody signs in on that page', next);

  expect(drafts).toEqual([
    ['nothing was said yet', 'where is my'],
    ['signed out', ''],
    ['with a claim', 'and the lid'],
    ['the guest’s own, before', 'a secret'],
    ['somebody signs in on that page', ''],
  ]);
});
