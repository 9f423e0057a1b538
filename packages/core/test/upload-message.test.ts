import { memoryStore } from '@xiaoer/core';
import { eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { isMessageStored } from '../src/uploads/is-message-stored.ts';

test('rule 2: the message of a file is awaited as an op, or in a conversation that is read here', async () => {
  const store = memoryStore();
  const [id, here, over] = ['u'.repeat(22), 'h'.repeat(22), 'o'.repeat(22)];
  const isReadHere = (conversation: string) => conversation === here;
  expect(await isMessageStored(store, id, isReadHere)).toBe(false);
  await store.transact([], () => [{ put: ['op', 1], value: { id } }]);
  expect(await isMessageStored(store, id, isReadHere)).toBe(true);
  await store.transact([], () => [
    { delete: ['op', 1] },
    { put: ['event', over, 1], value: [eventOf(1, SHOPPER, { upload: id }, id, 'file')] },
  ]);
  expect(await isMessageStored(store, id, isReadHere)).toBe(false);
  await store.transact([], () => [
    { put: ['event', here, 1], value: [eventOf(1, SHOPPER, { upload: id }, id, 'file')] },
  ]);
  expect(await isMessageStored(store, id, isReadHere)).toBe(true);
});
