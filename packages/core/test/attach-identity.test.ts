import { beforeAll, expect, test } from 'vitest';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { codeOf, PICTURE, page, rowsOf, SIZE } from './attach-page.ts';
import { png } from './attachment-files.ts';
import { scripted } from './upload-side.ts';

beforeAll(() => attachPart());

const tokenOf = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;

test('rule 12: nothing of one identity is uploaded or shown under another, and logging out wipes it', async () => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  const asked = at.client.identify(async () => tokenOf('mei'));
  await at.greet({ role: 'shopper', id: 'user:mei' });
  await asked;
  side.script.push(...Array.from({ length: 9 }, () => 'lost' as const));
  await at.attach(PICTURE, SIZE);
  expect(side.said).toEqual([`GET +0 Bearer ${tokenOf('mei')}`]);
  side.script.length = 0;
  const before = side.said.length;
  const out = at.client.logout();
  expect(at.rows()).toEqual([]);
  await at.greet(null);
  await out;
  expect(await rowsOf(at.place, 'inn:user:mei')).toEqual([]);
  await at.attach(png(), SIZE);
  at.server.welcome();
  await at.env.advance(20_000);
  expect(side.said.slice(before).every((line) => line.includes(' Visitor '))).toBe(true);
  expect([...side.has.values()].map(({ size }) => size)).toEqual([png().length]);
});

test('rule 12: what was being read when the shopper signed out is not kept for the next', async () => {
  const side = scripted();
  const at = page(side);
  let give: (bytes: ArrayBuffer) => void = () => {};
  const slow = { size: 9, type: 'text/plain', arrayBuffer: () => new Promise<ArrayBuffer>((done) => (give = done)) };
  const attached = at.client.attach(slow as Blob, { kind: 'file' });
  const code = codeOf(attached);
  await at.env.settle();
  await at.client.logout();
  give(new TextEncoder().encode('my letter').buffer as ArrayBuffer);
  await at.env.settle();
  expect(await code).toBe('signed-out');
  expect([at.rows(), await rowsOf(at.place)]).toEqual([[], []]);
});
