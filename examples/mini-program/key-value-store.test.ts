import { StoreError } from '@xiaoer/core';
import { storeContract } from '@xiaoer/core/testing';
import { describe, expect, test } from 'vitest';
import { type KeyValue, type KeyValueLimits, keyValueStore } from './key-value-store.ts';

const LIMITS: KeyValueLimits = { value: 1024 * 1024, total: 10 * 1024 * 1024 };

/** A phone's storage: texts that outlive a process, each write of which may be the last before it dies. */
function phone() {
  const texts = new Map<string, string>();
  let left = Number.POSITIVE_INFINITY;
  const write = (change: () => void) => {
    if (left-- <= 0) throw new Error('the process is gone');
    change();
  };
  return {
    texts,
    /** A process that dies at its n-th write. */
    process(writes = Number.POSITIVE_INFINITY): KeyValue {
      left = writes;
      return {
        get: async (key) => texts.get(key),
        set: async (key, value) => write(() => texts.set(key, value)),
        remove: async (key) => write(() => texts.delete(key)),
      };
    },
  };
}

describe('store over a key-value API', () => {
  const api = phone().process();
  const tight = phone().process();
  const contract = storeContract((name) => keyValueStore(api, name, LIMITS), {
    tight: (name) => keyValueStore(tight, name, { value: 2_000, total: 4_000 }),
  });
  for (const { name, run } of contract) test(name, run);
});

test('a value beyond the limit of one is refused and changes nothing', async () => {
  const store = await keyValueStore(phone().process(), 'inn', { value: 100, total: 10_000 });
  await store.transact([], () => [{ put: ['a'], value: 1 }]);
  const refused = store.transact([], () => [
    { put: ['a'], value: 2 },
    { put: ['b'], value: 'x'.repeat(100) },
  ]);
  await expect(refused).rejects.toMatchObject({ code: 'quota' });
  expect(await store.list([])).toEqual([{ key: ['a'], value: 1 }]);
});

test('a process that dies at any write leaves a transaction done or not done, never half', async () => {
  const seen = new Set<string>();
  for (let writes = 0; writes < 12; writes++) {
    const place = phone();
    const first = await keyValueStore(place.process(), 'inn', LIMITS);
    await first.transact([], () => [
      { put: ['a'], value: 'old' },
      { put: ['b'], value: 'old' },
    ]);
    const dying = await keyValueStore(place.process(writes), 'inn', LIMITS);
    await dying
      .transact([], () => [{ put: ['a'], value: 'new' }, { delete: ['b'] }, { put: ['c'], value: 'new' }])
      .catch((error) => expect(error).toBeInstanceOf(Error));
    const next = await keyValueStore(place.process(), 'inn', LIMITS);
    seen.add(JSON.stringify((await next.list([])).map(({ key, value }) => `${key[0]}=${value}`)));
  }
  expect([...seen].sort()).toEqual(['["a=new","c=new"]', '["a=old","b=old"]']);
});

test('a platform that has less room than it said refuses the transaction and keeps what was', async () => {
  const place = phone();
  const api = place.process();
  let room = 40;
  const store = await keyValueStore(
    {
      ...api,
      set: async (key, value) => {
        if (room-- <= 0 && key.includes('"c"')) throw new Error('no room');
        return api.set(key, value);
      },
    },
    'inn',
    LIMITS,
  );
  await store.transact([], () => [{ put: ['a'], value: 'old' }]);
  room = 0;
  const refused = store.transact([], () => [
    { put: ['a'], value: 'new' },
    { put: ['c'], value: 'new' },
  ]);
  await expect(refused).rejects.toEqual(new StoreError('quota'));
  expect(await store.list([])).toEqual([{ key: ['a'], value: 'old' }]);
  const again = await keyValueStore(place.process(), 'inn', LIMITS);
  expect(await again.list([])).toEqual([{ key: ['a'], value: 'old' }]);
});
