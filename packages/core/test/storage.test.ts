import { memoryStore, type Store, StoreError, versioned } from '@xiaoer/core';
import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, storedEvents, talk, usedDisk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];
const DAY = 24 * 3_600_000;

/** A store of so many rows that refuses more, as a full disk does. */
function tight(most: { rows: number }, store = memoryStore()): Store {
  return {
    ...store,
    durable: true,
    async transact(keys, decide) {
      const held = (await store.list([])).length;
      return store.transact(keys, (values) => {
        const writes = decide(values);
        const more = (writes ?? []).reduce((sum, write) => sum + ('put' in write ? 1 : 0), 0);
        if (more && held + more > most.rows) throw new StoreError('quota');
        return writes;
      });
    },
    close() {},
  };
}

/** Cached conversations, oldest first, of so many events each; each event `age` old. */
const cached = (store: Store, conversations: readonly string[], count: number, age = 0) =>
  store.transact([], () => [
    { put: ['install'], value: 'i'.repeat(22) },
    { put: ['secret'], value: 's'.repeat(43) },
    ...conversations.flatMap((id, order) => [
      { put: ['conversation', id], value: { id, order, epoch: 'A', seq: count, first: 1 } },
      ...Array.from({ length: count }, (_, n) => ({
        put: ['event', id, n + 1],
        value: { ...eventOf(n + 1, BOT, `m${n + 1}`), at: 1_700_000_000_000 - age },
      })),
    ]),
  ]);

test('disk full while syncing: older conversations are given up, the newest keeps its last lines and goes on', async () => {
  const most = { rows: 1_000 };
  const store = tight(most);
  await cached(store, ['old', CONVERSATION], 100);
  most.rows = 203;
  const { client, server, greet, env, lines } = talk({ openStore: async () => store, resume: true });
  client.connect();
  await greet(undefined, open(102));
  server.events(CONVERSATION, [eventOf(101, BOT, 'new'), eventOf(102, BOT, 'newer')]);
  await env.settle();
  expect(lines().slice(-2)).toEqual(['101 bot new', '102 bot newer']);
  expect(client.connection.value).toMatchObject({ durable: true, storage: 'ok' });
  expect(await store.list(['event', 'old'])).toEqual([]);
  expect((await store.list(['conversation'])).map(({ key }) => key[1])).toEqual([CONVERSATION]);
  const kept = storedEvents(await store.list([])).map(({ seq }) => seq);
  expect([kept[0], kept.at(-1), kept.length]).toEqual([51, 102, 52]);
});

test('disk full for good: what comes and what is written lives in memory, and the state says so until there is room', async () => {
  const most = { rows: 0 };
  const store = tight(most);
  const { client, server, greet, say, env, lines } = talk({ openStore: async () => store });
  client.connect();
  await say('hi');
  expect(client.connection.value).toMatchObject({ durable: false, storage: 'quota' });
  await greet();
  const { conversation } = server.op('hi');
  server.events(conversation, [eventOf(1, BOT, 'hello')]);
  await env.settle();
  expect(lines()).toEqual(['1 bot hello', '- shopper hi sending unsaved']);
  most.rows = 100;
  await say('again');
  expect(client.connection.value).toMatchObject({ durable: true, storage: 'ok' });
  expect(lines().at(-1)).toBe('- shopper again sending');
});

test('rule 14: what was cached 30 days ago is given up; a conversation of which nothing is left is not named any more', async () => {
  const place = usedDisk();
  const store = place.stores.get('inn:visitor') as Store;
  await cached(store, [CONVERSATION], 3, 31 * DAY);
  const first = talk({ openStore: place.open, resume: true });
  first.client.connect();
  await first.env.advance(10_000);
  expect(first.lines()).toHaveLength(3);
  expect(await store.list(['event'])).toEqual([]);
  first.client.destroy();
  const second = talk({ openStore: place.open, resume: true, seed: 2 });
  second.client.connect();
  await second.greet(undefined, open(3));
  expect(second.server.heard()).toEqual(['open', 'hello secret']);
});

test('rule 14: of a conversation that goes on only the aged beginning is given up', async () => {
  const place = usedDisk();
  const store = place.stores.get('inn:visitor') as Store;
  await cached(store, [CONVERSATION], 3, 31 * DAY);
  await store.transact([], () => [
    { put: ['conversation', CONVERSATION], value: { id: CONVERSATION, order: 1, epoch: 'A', seq: 4, first: 1 } },
    { put: ['event', CONVERSATION, 4], value: eventOf(4, SHOPPER, 'today') },
  ]);
  const { client, env } = talk({ openStore: place.open, resume: true });
  client.connect();
  await env.advance(10_000);
  expect(storedEvents(await store.list([])).map(({ seq }) => seq)).toEqual([4]);
  expect(await store.list(['conversation'])).toHaveLength(1);
});

test('rule 14: why nothing is kept can be seen: no store, a refusal, no answer, a newer schema', async () => {
  const storage = async (openStore?: () => Promise<Store>) => {
    const { client, env } = talk({ openStore });
    void client.send('text', { text: 'hi' });
    await env.advance(3_000);
    return [client.connection.value.durable, client.connection.value.storage, client.outbox.value[0]?.unsaved];
  };
  const refuse = (code: StoreError['code']) => () => Promise.reject(new StoreError(code));
  expect(await storage()).toEqual([false, 'memory', true]);
  expect(await storage(async () => memoryStore())).toEqual([false, 'memory', true]);
  expect(await storage(refuse('failed'))).toEqual([false, 'failed', true]);
  expect(await storage(refuse('blocked'))).toEqual([false, 'blocked', true]);
  expect(await storage(refuse('newer-schema'))).toEqual([false, 'newer-schema', true]);
  expect(await storage(() => new Promise(() => {}))).toEqual([false, 'timeout', true]);
  expect(await storage(disk().open.bind(null, 'x'))).toEqual([true, 'ok', undefined]);
});

test('rule 14: a newer version takes the store over while this page is open: it is left alone, and that stays visible', async () => {
  const place = disk();
  const raw = await place.open('inn:visitor');
  const held = memoryStore();
  const store = await versioned({ ...raw, close: () => held.close() });
  const openStore = async () => ({ ...store, transact: guarded });
  // Once it has closed itself it refuses everything, as IndexedDB does.
  const guarded: Store['transact'] = async (keys, decide) => {
    await held.list([]);
    return store.transact(keys, decide);
  };
  const { client, say, lines } = talk({ openStore });
  await say('before');
  expect(client.connection.value.storage).toBe('ok');
  await raw.transact([], () => [{ put: ['schema'], value: 99 }]);
  await say('after');
  expect(client.connection.value).toMatchObject({ durable: false, storage: 'newer-schema' });
  await say('more');
  expect(client.connection.value.storage).toBe('newer-schema');
  expect(lines()).toEqual([
    '- shopper before queued',
    '- shopper after queued unsaved',
    '- shopper more queued unsaved',
  ]);
  expect(await raw.list(['op'])).toHaveLength(1);
});
