import { memoryStore } from '@xiaoer/core';
import { expect, test } from 'vitest';
import { createDrafts } from '../src/state/drafts.ts';
import { keptStorage } from '../src/state/kept-storage.ts';
import { memory } from './stage.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a draft is there again after a kill, when the page’s storage was not written to the disk yet', async () => {
  const store = memoryStore();
  const onDisk = memory();
  onDisk.setItem('xiaoer-desk-drafts:lin', JSON.stringify({ 'reply:a': 'I th' }));
  const before = createDrafts(await keptStorage(memory(), async () => store));
  before.belongTo('lin');
  before.set('a', 'reply', 'I think');
  before.set('a', 'reply', 'I think the glaze');
  before.set('b', 'note', 'ask the potter');
  await settle();

  const after = createDrafts(await keptStorage(onDisk, async () => store));
  after.belongTo('lin');
  expect(after.all.value).toEqual({ 'reply:a': 'I think the glaze', 'note:b': 'ask the potter' });
  // What was sent does not come back either.
  after.set('a', 'reply', '');
  after.set('b', 'note', '');
  await settle();
  const last = createDrafts(await keptStorage(onDisk, async () => store));
  last.belongTo('lin');
  expect(last.all.value).toEqual({});
});

test('where no store opens, or it refuses, the page’s storage goes on alone', async () => {
  const page = memory();
  const without = await keptStorage(page, async () => Promise.reject(new Error('blocked')));
  expect(without).toBe(page);
  const refusing = await keptStorage(page, async () => ({
    ...memoryStore(),
    transact: async () => Promise.reject(new Error('quota')),
  }));
  refusing.setItem('name', 'value');
  await settle();
  expect(page.getItem('name')).toBe('value');
});
