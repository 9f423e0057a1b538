import { memoryStore } from '@xiaoer/core';
import { eventFor } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { isWaiting, keepUpload, listUploads, settleUpload } from '../src/uploads/upload-rows.ts';
import { attachingTabs, PICTURE, SIZE } from './attaching-tabs.ts';
import { same } from './upload-side.ts';

test('rule 10: what a follower attaches is uploaded by the tab that leads, and shown once in both', async () => {
  const { profile, side, asked, first, second } = await attachingTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  expect([first.rows(), second.rows()]).toEqual([['- image uploading'], ['- image uploading']]);
  first.server.welcome();
  await profile.advance(3_000);
  expect([new Set(asked), same(side.has.get(id)?.bytes, PICTURE)]).toEqual([new Set(['first']), true]);
  const ops = first.server.ops();
  expect(ops.map((op) => op.id)).toEqual([id]);
  expect([first.rows(), second.rows()]).toEqual([['- image sending'], ['- image sending']]);
  if (ops[0]) first.server.events(ops[0].conversation, [eventFor(ops[0], 1)]);
  await profile.advance(3_000);
  expect([first.rows(), second.rows()]).toEqual([['1 image sent'], ['1 image sent']]);
  expect(second.server.ops()).toEqual([]);
});

test('rule 2: what another tab saw through stands there until its message is read', async () => {
  const { profile, first, second } = await attachingTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  // Of the store this tab hears nothing, of files it does.
  profile.lose(({ t }) => t !== undefined);
  first.server.welcome();
  await profile.advance(3_000);
  expect([first.rows(), second.rows()]).toEqual([['- image sending'], ['- image uploading']]);
  profile.lose(() => false);
  await profile.advance(2_000);
  expect(second.rows()).toEqual(['- image sending']);
});

test('rule 7: a file that failed in one tab is not taken up by another that was at it, too', async () => {
  const store = memoryStore();
  const row = { id: 'u'.repeat(22), size: 3, type: 'image/png' } as const;
  await keepUpload(store, row, new Uint8Array(3));
  await settleUpload(store, { ...row, failed: 'forbidden' });
  expect([await isWaiting(store, row.id), await settleUpload(store, { ...row, age: 600_000 })]).toEqual([false, false]);
  expect(await listUploads(store)).toEqual([{ ...row, failed: 'forbidden' }]);
  // Its author tries it again.
  await settleUpload(store, row, true);
  expect(await isWaiting(store, row.id)).toBe(true);
});

test('rule 10: what a follower cancels ends in the tab that uploads it', async () => {
  const { profile, side, first, second } = await attachingTabs();
  side.script.push(...Array.from({ length: 30 }, () => 'lost' as const));
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  first.server.welcome();
  await profile.advance(1_000);
  await second.client.discard(id);
  await profile.settle();
  side.script.length = 0;
  await profile.advance(60_000);
  expect([first.rows(), second.rows(), first.server.ops(), side.has.size]).toEqual([[], [], [], 0]);
});

test('rule 10: a follower goes on when the tab that uploads is gone', async () => {
  const { profile, side, asked, first, second } = await attachingTabs();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  side.script.push(...Array.from({ length: 30 }, () => 'lost' as const));
  first.server.welcome();
  await profile.advance(1_000);
  first.client.destroy();
  side.script.length = 0;
  await second.greet();
  await profile.advance(1_000);
  expect(asked.at(-1)).toBe('second');
  expect(second.server.ops().map((op) => op.id)).toEqual([id]);
  expect(second.rows()).toEqual(['- image sending']);
});
