import { memoryStore, type Store } from '@xiaoer/core';
import { eventFor, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun } from './begun-tab.ts';
import { tabOf } from './tab-talk.ts';

// What the simulation found when an account claims a visitor whom several tabs show; decisions/0014 names each.

const tokenOf = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.${sub}`;
const MEI = { role: 'shopper', id: 'user:mei' } as const;

test('rule 12, claim: what another tab of the account saw through meanwhile is not sent again elsewhere', async () => {
  const { profile, tab, conversation } = await begun();
  const own = 'a'.repeat(22);
  const store = memoryStore();
  profile.stores.set('inn:user:mei', store);
  await store.transact([], () => [
    { put: ['install'], value: 'i'.repeat(22) },
    { put: ['conversation', own], value: { id: own, order: 1, epoch: 'A', seq: 0, first: 1 } },
  ]);
  const signed = tab.client.identify(async () => tokenOf('mei'));
  await profile.settle();
  tab.server.accept();
  await profile.settle();
  await tab.say('seen through');
  await tab.say('moved');
  await tab.say('left');
  const rows = await store.list(['op']);
  expect(rows.length).toBe(3);
  await store.transact([], () => [
    { delete: rows[0]?.key ?? [] },
    { put: rows[1]?.key ?? [], value: { ...(rows[1]?.value as object), conversation: own } },
  ]);
  tab.server.ops();
  tab.server.welcome(MEI, [{ conversation, epoch: 'A', head: 1 }], true);
  await signed;
  await profile.settle();
  expect(tab.server.ops().map((op) => [op.body['text'], op.conversation === own])).toEqual([
    ['moved', true],
    ['left', false],
  ]);
});

test('rule 12, claim: what was written after the store was wiped for it stays on the screen as failed', async () => {
  const { profile, tab } = await begun();
  await profile.stores.get('inn:visitor')?.wipe();
  tab.server.cut();
  const id = await tab.say('late');
  expect(tab.lines().at(-1)).toBe('- shopper late queued unsaved');
  await tab.env.advance(1_000);
  tab.server.accept();
  await profile.settle();
  tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked', nonce: tab.server.nonce() });
  await profile.settle();
  expect(tab.lines()).toEqual(['- shopper late failed secret-revoked unsaved']);
  expect(tab.told).toContain('failed late secret-revoked');
  await tab.greet(null);
  expect(tab.server.ops().filter(({ body }) => body['text'] === 'late')).toEqual([]);
  await tab.client.resend(id);
  tab.server.welcome({ role: 'shopper', id: 'somebody new' });
  await profile.settle();
  expect(tab.server.ops().map(({ body }) => body['text'])).toEqual(['late']);
  expect(tab.lines()).toEqual(['- shopper late sending']);
});

test('rule 12, claim: what still waits in the store of a claimed visitor is not deleted with it', async () => {
  const { profile, tab } = await begun();
  tab.server.cut();
  await tab.say('waits');
  await tab.env.advance(1_000);
  tab.server.accept();
  await profile.settle();
  tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked', nonce: tab.server.nonce() });
  await profile.settle();
  expect(tab.lines()).toEqual(['- shopper waits failed secret-revoked unsaved']);
  expect(await profile.stores.get('inn:visitor')?.list([])).toEqual([]);
});

test('rule 12, claim: what was in the log by then does not fail, although a store that refused still holds its row', async () => {
  const { profile, tab } = await begun();
  await tab.say('said');
  const store = profile.stores.get('inn:visitor') as Store;
  const rows = await store.list(['op']);
  const op = tab.server.op('said');
  tab.server.events(op.conversation, [eventFor(op, 2)]);
  await profile.settle();
  expect(tab.lines().at(-1)).toBe('2 shopper said sent');
  await store.transact([], () => rows.map(({ key, value }) => ({ put: key, value })));
  tab.server.cut();
  await tab.env.advance(1_000);
  tab.server.accept();
  await profile.settle();
  tab.server.send({ t: 'nack', class: 'reauth', code: 'secret-revoked', nonce: tab.server.nonce() });
  await profile.settle();
  expect([tab.lines(), tab.told.filter((line) => line.startsWith('failed'))]).toEqual([[], []]);
});

test('rule 12, claim: a tab that hears of it keeps what it could not store', async () => {
  const profile = fakeProfile({ without: ['locks'] });
  const { tab, conversation } = await begun(profile);
  const store = profile.stores.get('inn:visitor');
  const other = tabOf(profile, {
    openStore: async () => ({ ...(store as Store), transact: () => Promise.reject(new Error('refused')), close() {} }),
  });
  other.client.connect();
  await other.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  await other.say('kept here');
  expect(other.lines()).toEqual(['1 shopper zero sent', '- shopper kept here sending unsaved']);
  const signed = tab.client.identify(async () => tokenOf('mei'));
  await profile.settle();
  tab.server.accept();
  await profile.settle();
  tab.server.welcome(MEI, [{ conversation, epoch: 'A', head: 1 }], true);
  await signed;
  await profile.settle();
  expect(other.lines()).toEqual(['- shopper kept here failed secret-revoked unsaved']);
});

test('rule 12, claim: what had failed is stored with the account before the visitor’s store is wiped', async () => {
  const { profile, tab, conversation } = await begun();
  await tab.say('refused');
  const op = tab.server.op('refused');
  tab.server.send({ t: 'nack', class: 'rejected', code: 'not-found', id: op.id, conversation });
  await profile.settle();
  tab.server.ops();
  const signed = tab.client.identify(async () => tokenOf('mei'));
  await profile.settle();
  tab.server.accept();
  await profile.settle();
  tab.server.welcome(MEI, [{ conversation, epoch: 'A', head: 1 }], true);
  await signed;
  await profile.settle();
  expect(tab.lines()).toEqual(['1 shopper zero sent', '- shopper refused failed not-found']);
  const left = await profile.stores.get('inn:visitor')?.list([]);
  expect(left?.map(({ key }) => key[0])).toEqual(['forgotten']);
  const [row] = (await profile.stores.get('inn:user:mei')?.list(['op'])) ?? [];
  expect(row?.value).toMatchObject({ id: op.id, state: 'failed', error: 'not-found' });
  expect(tab.server.ops()).toEqual([]);
  await tab.client.resend(op.id);
  expect(tab.server.ops().map(({ id }) => id)).toEqual([op.id]);
});

test('rule 12, claim: of somebody new, who began where the claimed visitor was, nothing is taken along or wiped', async () => {
  const { profile, tab, conversation } = await begun();
  const store = profile.stores.get('inn:visitor');
  const signed = tab.client.identify(async () => tokenOf('mei'));
  await profile.settle();
  tab.server.accept();
  await profile.settle();
  // Another tab was told that the secret is worth nothing any more, wiped the store, and wrote this.
  const [row, id] = [{ kind: 'text', body: { text: 'anew' }, n: 1, at: 0, state: 'queued', age: 0 }, 'n'.repeat(22)];
  await store?.wipe();
  await store?.transact([], () => [
    { put: ['install'], value: id },
    { put: ['secret'], value: 'n'.repeat(43) },
    { put: ['op', 1], value: { ...row, id, conversation: id } },
  ]);
  tab.server.ops();
  tab.server.welcome(MEI, [{ conversation, epoch: 'A', head: 1 }], true);
  await signed;
  await profile.settle();
  expect(tab.server.ops()).toEqual([]);
  expect((await store?.list([]))?.map(({ key }) => key[0])).toEqual(['install', 'op', 'secret']);
});
