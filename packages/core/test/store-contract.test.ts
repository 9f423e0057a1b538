import 'fake-indexeddb/auto';
import { idbStore, memoryStore } from '@xiaoer/core';
import { storeContract } from '@xiaoer/core/testing';
import { describe, expect, test } from 'vitest';

describe('memory store', () => {
  for (const { name, run } of storeContract(async () => memoryStore())) test(name, run);
});

describe('rule 14: idb store', () => {
  /** The disk of fake-indexeddb has no end: puts of what is long are refused as a full one refuses them. */
  const tight = async (name: string) => {
    const store = await idbStore(name);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (JSON.stringify(value).length < 10_000) return put.call(this, value, key);
      IDBObjectStore.prototype.put = put;
      throw new DOMException('no room', 'QuotaExceededError');
    };
    return store;
  };
  for (const { name, run } of storeContract(idbStore, { tight })) test(name, run);

  test('a handle closes for another version of the page and opens anew at its next use', async () => {
    const [one, other] = [await idbStore('shared'), await idbStore('shared')];
    await one.transact([], () => [{ put: ['a'], value: 1 }]);
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('shared', 2);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = resolve;
      request.onblocked = reject;
    });
    expect(await one.list([])).toEqual([{ key: ['a'], value: 1 }]);
    expect(await other.list([])).toEqual([{ key: ['a'], value: 1 }]);
    one.close();
    other.close();
  });

  test('writes with strict durability and lets another version of the page delete the database', async () => {
    const asked: unknown[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      asked.push([args[1], args[2]?.durability]);
      return transaction.apply(this, args);
    };
    const store = await idbStore('strict');
    await store.transact([], () => [{ put: ['a'], value: 1 }]);
    IDBDatabase.prototype.transaction = transaction;
    expect(asked.at(-1)).toEqual(['readwrite', 'strict']);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('strict');
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    expect(await store.list([])).toEqual([]);
    store.close();
  });
});
