import { eventFor } from '@xiaoer/core/testing';
import { beforeAll, expect, test } from 'vitest';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { FILE_BYTES } from '../src/uploads/index.ts';
import { codeOf, frail, PICTURE, page, SIZE } from './attach-page.ts';
import { png } from './attachment-files.ts';
import { disk } from './talk.ts';
import { same, scripted } from './upload-side.ts';

beforeAll(() => attachPart());

test('rules 1 and 14: a full disk keeps it in memory, says so, and sends it all the same', async () => {
  const side = scripted();
  const at = page(
    side,
    frail(disk(), (puts) => (puts.includes('upload') ? 'quota' : 'fine')),
  );
  at.client.connect();
  const id = await at.attach(PICTURE, SIZE);
  expect(at.rows()).toEqual(['- image uploading 0 % unsaved']);
  await at.greet(null);
  at.server.welcome();
  await at.env.settle();
  expect(at.ops().map((op) => op.id)).toEqual([id]);
  expect(same(side.has.get(id)?.bytes, PICTURE)).toBe(true);
  const op = at.ops()[0];
  if (op) at.server.events(op.conversation, [eventFor(op, 1)]);
  await at.env.settle();
  expect(at.rows()).toEqual(['1 image sent']);
});

test('rule 8: 64 MiB an identity, 10 MB a file, and only what is allowed; what is refused leaves no trace', async () => {
  const side = scripted();
  const at = page(side);
  const most = png('x'.repeat(FILE_BYTES - png('').length));
  expect(await codeOf(at.attach(new Uint8Array(FILE_BYTES + 1), { kind: 'file' }))).toBe('file-too-large');
  expect(await codeOf(at.attach(new Uint8Array(), { kind: 'file' }))).toBe('file-too-large');
  expect(await codeOf(at.attach(new TextEncoder().encode('<svg/>'), { kind: 'file' }))).toBe('file-type');
  expect(await codeOf(at.attach(png(), { kind: 'voice', ms: 1 }))).toBe('file-type');
  expect(await codeOf(at.attach(png(), { kind: 'image' }))).toBe('invalid-body');
  expect([...at.place.stores.keys()]).toEqual([]);
  for (let n = 0; n < 6; n++) await at.attach(most, { kind: 'file', name: `${n}.png` });
  expect(await codeOf(at.attach(most, { kind: 'file' }))).toBe('attachments-full');
  const rows = at.client.messages.value;
  expect(rows).toHaveLength(6);
  await at.client.discard(rows[0]?.id ?? '');
  expect(await codeOf(at.attach(most, { kind: 'file' }))).toBe('fine');
}, 30_000);

test('rule 7: what the server refuses stands as failed, with its reason, until it is tried again', async () => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  await at.greet();
  side.script.push({ status: 507, json: { code: 'quota' } });
  const id = await at.attach(PICTURE, SIZE);
  expect(at.rows()).toEqual(['- image failed quota']);
  expect(at.told.filter((line) => line.startsWith('failed'))).toHaveLength(1);
  await at.client.resend(id);
  await at.env.settle();
  expect([at.rows(), at.ops().map((op) => op.id)]).toEqual([['- image sending'], [id]]);
});

test('rule 8: what waited for a day does not leave by surprise, and what a closed page waited counts', async () => {
  const side = scripted();
  const first = page(side);
  first.client.connect();
  const id = await first.attach(PICTURE, SIZE);
  await first.env.advance(23 * 3_600_000);
  first.client.destroy();
  const second = page(side, first.place, { resume: true, seed: 2 } as never);
  second.client.connect();
  await second.env.advance(2 * 3_600_000);
  await second.env.live('visible');
  await second.greet();
  expect([second.rows(), side.said]).toEqual([['- image expired'], []]);
  await second.client.resend(id);
  await second.env.settle();
  expect(second.ops().map((op) => op.id)).toEqual([id]);
});
