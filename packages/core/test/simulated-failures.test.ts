import { memoryStore, type Store } from '@xiaoer/core';
import { fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun } from './begun-tab.ts';
import { tabOf, twoTabs } from './tab-talk.ts';
import { talk } from './talk.ts';

// What the simulation found about ops that failed and were sent all the same; decisions/0014 names each.

test.each(['at once', 'at the next look'])(
  'rules 1 and 7: what was given up as not stored, landed all the same and failed is stored %s',
  async (when) => {
    const store = memoryStore();
    // Ops were written here before: the row gets a number that this page does not know.
    await store.transact([], () => [
      { put: ['install'], value: 'i'.repeat(22) },
      { put: ['secret'], value: 's'.repeat(43) },
      { put: ['n'], value: 3 },
    ]);
    let answers = true;
    let reads = true;
    const open = async (): Promise<Store> => ({
      ...store,
      durable: true,
      transact: (keys, decide) => store.transact(keys, decide).then((done) => (answers ? done : new Promise(() => {}))),
      list: (prefix) => (reads ? store.list(prefix) : Promise.reject(new Error('refused'))),
      close() {},
    });
    const rows = async () =>
      (await store.list(['op'])).map(({ value }) => {
        const { n, state } = value as { n: number; state: string };
        return `${n} ${state}`;
      });
    const { client, server, greet, env, lines } = talk({ openStore: open, resume: true });
    client.connect();
    await greet();
    answers = false;
    const said = client.send('text', { text: 'wrong' });
    await env.advance(5_000);
    await said;
    expect(lines()).toEqual(['- shopper wrong sending unsaved']);
    expect(await rows()).toEqual(['4 queued']);
    answers = true;
    reads = when === 'at once';
    server.nack(server.op('wrong'), 'rejected', 'not-found');
    await env.settle();
    expect(await rows()).toEqual([reads ? '4 failed' : '4 queued']);
    reads = true;
    server.heard();
    await env.live('visible');
    expect(lines()).toEqual(['- shopper wrong failed not-found']);
    expect(await rows()).toEqual(['4 failed']);
    expect(server.heard().filter((line) => line.startsWith('append'))).toEqual([]);
  },
);

test('rule 7: what failed while the store refuses to say so is not sent from another tab', async () => {
  const profile = fakeProfile({ without: ['locks'] });
  let refuses = false;
  const openStore = async (name: string): Promise<Store> => {
    const store = await profile.open(name);
    return {
      ...store,
      transact: (keys, decide) => (refuses ? Promise.reject(new Error('refused')) : store.transact(keys, decide)),
    };
  };
  const { tab, conversation } = await begun(profile, { openStore });
  const welcome = [undefined, [{ conversation, epoch: 'A', head: 1 }]] as const;
  const other = tabOf(profile);
  other.client.connect();
  await other.greet(...welcome);
  other.server.cut();
  await tab.say('wrong');
  await profile.settle();
  expect(other.lines()).toEqual(['1 shopper zero sent', '- shopper wrong queued']);
  refuses = true;
  tab.server.nack(tab.server.op('wrong'), 'rejected', 'not-found');
  await profile.advance(1_500);
  await other.greet(...welcome);
  expect(other.lines()).toEqual(['1 shopper zero sent', '- shopper wrong failed not-found']);
  expect(other.server.ops()).toEqual([]);
  expect(other.told).toContain('failed wrong not-found');
});

test('rule 7: what another tab was told it failed while a restore is taken in does not wait again', async () => {
  const profile = fakeProfile({ without: ['locks'] });
  let held: Promise<void> | undefined;
  const openStore = async (name: string): Promise<Store> => {
    const store = await profile.open(name);
    return {
      ...store,
      async transact(keys, decide) {
        await held;
        return store.transact(keys, decide);
      },
    };
  };
  const { tab, conversation } = await begun(profile, { openStore });
  const welcome = [undefined, [{ conversation, epoch: 'A', head: 1 }]] as const;
  const other = tabOf(profile);
  other.client.connect();
  await other.greet(...welcome);
  await tab.say('wrong');
  await profile.settle();
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  tab.server.send({ t: 'reset', conversation, epoch: 'B', events: [], head: 0, first: 1 });
  await profile.settle();
  other.server.nack(other.server.op('wrong'), 'rejected', 'not-found');
  await profile.settle();
  expect(tab.lines()).toEqual(['1 shopper zero sent', '- shopper wrong failed not-found']);
  tab.server.heard();
  release();
  await profile.settle();
  expect(tab.lines()).toEqual(['- shopper wrong failed not-found']);
  expect(tab.server.heard().filter((line) => line.startsWith('append'))).toEqual([]);
});

test('rule 7: what another tab was told it failed is not sent, however short a time ago it was written', async () => {
  const { profile, tab, conversation } = await begun();
  const welcome = [undefined, [{ conversation, epoch: 'A', head: 1 }]] as const;
  tab.server.cut(2_000);
  await tab.say('wrong');
  const other = tabOf(profile);
  other.client.connect();
  await other.greet(...welcome);
  other.server.nack(other.server.op('wrong'), 'rejected', 'not-found');
  await profile.advance(2_000);
  tab.server.ops();
  await tab.greet(...welcome);
  expect([tab.server.ops(), tab.lines()]).toEqual([[], ['1 shopper zero sent', '- shopper wrong failed not-found']]);
});

test('rule 4: what another tab has written again goes behind what was written before that', async () => {
  const { profile, first, second } = await twoTabs();
  const id = await second.say('wrong');
  first.server.welcome();
  await profile.settle();
  first.server.nack(first.server.op('wrong'), 'rejected', 'not-found');
  await profile.settle();
  first.server.cut(1_000);
  await second.say('later');
  await profile.settle();
  await second.client.resend(id);
  await profile.settle();
  expect(first.lines()).toEqual(['- shopper later queued', '- shopper wrong queued']);
  first.server.ops();
  await profile.advance(1_000);
  await first.greet();
  expect(first.server.ops().map(({ body, after }) => [body['text'], !!after])).toEqual([
    ['later', false],
    ['wrong', true],
  ]);
});

test('rule 7: what goes to another conversation stays as another tab stored it', async () => {
  const { profile, tab, conversation } = await begun();
  const store = profile.stores.get('inn:visitor');
  await tab.say('refused');
  await tab.say('forgotten');
  await tab.say('waits');
  const rows = (await store?.list(['op'])) ?? [];
  await store?.transact([], () => [
    { put: rows[0]?.key ?? [], value: { ...(rows[0]?.value as object), state: 'failed', error: 'not-found' } },
    { delete: rows[1]?.key ?? [] },
  ]);
  const use = 'u'.repeat(22);
  tab.server.nack(tab.server.op('refused'), 'rejected', 'conversation-closed', { use });
  tab.server.nack(tab.server.op('waits'), 'retry', 'use', { use });
  await profile.settle();
  const stored = (await store?.list(['op']))?.map(({ value }) => {
    const { state, conversation: to } = value as { state: string; conversation: string };
    return [state, to === use ? 'moved' : to === conversation ? 'stays' : to];
  });
  expect(stored).toEqual([
    ['failed', 'stays'],
    ['queued', 'moved'],
  ]);
});
