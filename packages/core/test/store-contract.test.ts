import 'fake-indexeddb/auto';
import { idbStore, memoryStore } from '@xiaoer/core';
import { storeContract } from '@xiaoer/core/testing';
import { describe, expect, test } from 'vitest';

describe('memory store', () => {
  for (const { name, run } of storeContract(async () => memoryStore())) test(name, run);
});

describe('rule 14: idb store', () => {
  for (const { name, run } of storeContract(idbStore)) test(name, run);

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
