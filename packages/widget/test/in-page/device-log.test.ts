import 'fake-indexeddb/auto';
import { idbStore, memoryStore, type Store } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Batch } from '@xiaoer/host';
import { LOG_CONTRACT } from '@xiaoer/host/testing';
import { describe, expect, test } from 'vitest';
import { openDeviceLog } from '../../src/in-page/device-log.ts';

let count = 0;
const name = () => `epoch-${++count}`;

/** Nobody signs in on a device: there is no account that a visitor's conversations could be claimed by. */
const promises = LOG_CONTRACT.filter(({ name: promise }) => !promise.startsWith('a claim'));

const STORES: Readonly<Record<string, () => Promise<Store>>> = {
  memory: async () => memoryStore(),
  IndexedDB: () => idbStore(`log-${++count}`),
};

for (const [where, open] of Object.entries(STORES))
  describe(`the log of a device in ${where}`, () => {
    for (const { name: promise, run } of promises)
      test(promise, async () => {
        const log = await openDeviceLog(open, name, false);
        await run(log);
        await log.close();
      });
  });

const A = 'conversation-aaaa';
const event = (seq: number, id = `op-${seq}`): ChatEvent => ({
  seq,
  id,
  at: seq,
  from: { role: 'shopper', id: 'v:1' },
  kind: 'text',
  body: { text: `${seq}` },
});
const batch = (events: readonly ChatEvent[]): Batch => ({
  conversation: A,
  create: events[0]?.seq === 1 ? { id: A, shop: 'tea', subject: 'v:1', createdAt: 0 } : undefined,
  events,
});

test('nothing is opened before the first insert of somebody who has not been here', async () => {
  let opened = 0;
  const store = async () => {
    opened++;
    return memoryStore();
  };
  const log = await openDeviceLog(store, name, false);
  expect([await log.openOf('tea', 'v:1'), await log.find(A, 'v:1', 'op-1'), opened]).toEqual([[], undefined, 0]);
  await log.insert([batch([event(1)])]);
  expect(opened).toBe(1);
});

test('after a reload it is the same log, of the same epoch, and pages of it are read in order', async () => {
  const store = () => idbStore('reload');
  const before = await openDeviceLog(store, name, false);
  await before.insert([batch([event(1)])]);
  for (let seq = 2; seq <= 150; seq++) await before.insert([batch([event(seq)])]);
  await before.close();
  const after = await openDeviceLog(store, name, true);
  expect(after.epoch()).toBe(before.epoch());
  expect((await after.read(A, 60, 10)).map(({ seq }) => seq)).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
  expect((await after.read(A, 0, 1_000)).length).toBe(150);
  await after.close();
});

test('two tabs without locks guess the same number: one is refused and reads what the other wrote', async () => {
  const store = () => idbStore('shared');
  const one = await openDeviceLog(store, name, false);
  const two = await openDeviceLog(store, name, false);
  expect(await one.insert([batch([event(1)])])).toEqual([true]);
  // It began in another generation of the storage, which the first insert decided.
  expect(await two.insert([batch([event(1, 'mine')])])).toEqual([false]);
  expect(two.epoch()).toBe(one.epoch());
  expect((await two.read(A, 0, 10)).map(({ id }) => id)).toEqual(['op-1']);
  expect(await two.insert([batch([event(2, 'mine')])])).toEqual([true]);
  expect((await one.head(A))?.head).toBe(2);
  await Promise.all([one.close(), two.close()]);
});

test('what is wiped is gone, and what comes after is of another epoch', async () => {
  const log = await openDeviceLog(() => idbStore('wiped'), name, false);
  await log.insert([batch([event(1)])]);
  const before = log.epoch();
  await log.wipe();
  expect([await log.all(), await log.read(A, 0, 10)]).toEqual([[], []]);
  expect(log.epoch()).not.toBe(before);
  expect(await log.insert([batch([event(1)])])).toEqual([true]);
  await log.close();
});
