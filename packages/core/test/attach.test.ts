import { eventFor } from '@xiaoer/core/testing';
import { beforeAll, expect, test } from 'vitest';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { codeOf, frail, PICTURE, page, rowsOf, SIZE } from './attach-page.ts';
import { ALLOWED, png } from './attachment-files.ts';
import { disk } from './talk.ts';
import { same, scripted } from './upload-side.ts';

beforeAll(() => attachPart());

test('a picture stands in the timeline at once, and its message leaves when the server has all of it', async () => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  await at.greet(null);
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 300_000 }, 'lost');
  const id = await at.attach(PICTURE, SIZE);
  expect(at.rows()).toEqual(['- image uploading 0 %']);
  const [row] = at.client.messages.value;
  expect([row?.id, row?.content.body, row?.local?.type]).toEqual([
    id,
    { upload: id, bytes: PICTURE.length, type: 'image/png', width: 3, height: 2, name: 'cup.png' },
    'image/png',
  ]);
  expect(same(await row?.local?.bytes(), PICTURE)).toBe(true);
  // The visitor's secret is made with it, as with a first op, and the server learns of it.
  expect(at.server.heard()).toEqual(['open', 'hello', 'hello secret']);
  at.server.welcome();
  // What is written meanwhile does not wait for it.
  await at.say('look');
  expect(at.rows()).toEqual(['- look sending', '- image uploading 0 %']);
  await at.env.advance(2_000);
  expect(at.ops().map(({ kind }) => kind)).toEqual(['text', 'image']);
  expect(at.rows()).toEqual(['- look sending', '- image sending']);
  const op = at.ops()[1];
  expect([op?.id, op?.body]).toEqual([id, { upload: id, width: 3, height: 2, name: 'cup.png' }]);
  // Rule 2: the bytes stay until the message is seen.
  expect(same(await at.client.messages.value[1]?.local?.bytes(), PICTURE)).toBe(true);
  const events = at.ops().map((one, n) => eventFor(one, n + 1));
  at.server.events(op?.conversation ?? '', events);
  await at.env.settle();
  expect(at.rows()).toEqual(['1 look sent', '2 image sent']);
  expect(at.client.messages.value[1]?.key).toBe(row?.key);
  expect((await rowsOf(at.place)).filter((key) => /^upload(-bytes)?$|^op$/.test(String(key)))).toEqual([]);
  expect(at.told.filter((line) => line.startsWith('failed'))).toEqual([]);
  at.client.destroy();
  expect([at.env.timers(), at.env.listeners()]).toEqual([0, 0]);
});

test('rule 1: attached offline, it survives the reload and leaves when the link is back, once', async () => {
  const side = scripted();
  const first = page(side);
  first.client.connect();
  const id = await first.attach(PICTURE, SIZE);
  expect(first.rows()).toEqual(['- image uploading 0 %']);
  expect(side.said).toEqual([]);
  first.client.destroy();

  const second = page(side, first.place, { resume: true, seed: 2 } as never);
  second.client.connect();
  await second.env.settle();
  expect(second.rows()).toEqual(['- image uploading 0 %']);
  expect(same(await second.client.messages.value[0]?.local?.bytes(), PICTURE)).toBe(true);
  await second.greet();
  expect(second.ops().map((op) => [op.id, op.body['upload']])).toEqual([[id, id]]);
  expect(second.rows()).toEqual(['- image sending']);
  expect(same(side.has.get(id)?.bytes, PICTURE)).toBe(true);
  const op = second.ops()[0];
  if (op) second.server.events(op.conversation, [eventFor(op, 1)]);
  await second.env.settle();

  const third = page(side, first.place, { resume: true, seed: 3 } as never);
  third.client.connect();
  await third.greet(undefined, [{ conversation: op?.conversation ?? '', epoch: 'A', head: 1 }]);
  expect([third.rows(), third.ops()]).toEqual([['1 image sent'], []]);
});

test.each(['before', 'after'] as const)('killed %s the op takes the place of the upload: one message', async (fate) => {
  const side = scripted();
  const place = disk();
  const first = page(
    side,
    frail(place, (puts) => (puts.includes('op') ? fate : 'fine')),
  );
  first.client.connect();
  await first.greet();
  const attached = first.client.attach(PICTURE, SIZE);
  await first.env.settle();
  const id = await attached;
  expect(side.has.get(id)?.bytes.length).toBe(PICTURE.length);
  // The page is killed here: nothing of it acts any more.
  expect(first.ops()).toEqual([]);
  first.server.cut();
  const kept = await rowsOf(place);
  expect([kept.includes('op'), kept.includes('upload')]).toEqual([fate === 'after', true]);

  const second = page(side, place, { resume: true, seed: 2 } as never);
  second.client.connect();
  await second.env.settle();
  expect(second.rows()).toEqual([fate === 'after' ? '- image queued' : '- image uploading 0 %']);
  expect(same(await second.client.messages.value[0]?.local?.bytes(), PICTURE)).toBe(true);
  await second.greet();
  expect(second.ops().map((op) => op.id)).toEqual([id]);
  const op = second.ops()[0];
  if (op) second.server.events(op.conversation, [eventFor(op, 1)]);
  await second.env.settle();
  expect(second.rows()).toEqual(['1 image sent']);
  expect((await rowsOf(place)).filter((key) => /^upload(-bytes)?$|^op$/.test(String(key)))).toEqual([]);
});

test.each(['discard', 'retract'] as const)('%s in mid-upload: nothing of it is left, here or there', async (verb) => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  await at.greet();
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 9 }, 'lost');
  const id = await at.attach(PICTURE, SIZE);
  expect([side.has.size, at.rows()]).toEqual([1, ['- image uploading 0 %']]);
  side.script.length = 0;
  await at.client[verb](id);
  expect(at.rows()).toEqual([]);
  await at.env.advance(60_000);
  expect([side.has.size, side.said.at(-1)?.slice(0, 6), at.ops()]).toEqual([0, 'DELETE', []]);
  expect((await rowsOf(at.place)).filter((key) => key === 'upload' || key === 'upload-bytes')).toEqual([]);
  expect(await codeOf(at.client.discard(id))).toBe('not-found');
});

test('a message whose file the server has lost brings both again, under the same id', async () => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  await at.greet();
  const id = await at.attach(PICTURE, SIZE);
  const op = at.ops()[0];
  // The server was restored from a backup that is older than the file.
  side.has.clear();
  if (op) at.server.nack(op, 'rejected', 'not-found');
  await at.env.settle();
  expect(at.rows()).toEqual(['- image failed not-found']);
  await at.client.resend(id);
  await at.env.settle();
  expect([at.rows(), at.ops().map((one) => one.id)]).toEqual([['- image sending'], [id, id]]);
  expect(same(side.has.get(id)?.bytes, PICTURE)).toBe(true);
});

test('rule 10: two tabs that both have a link bring one message, and what one cancels ends in the other', async () => {
  const side = scripted();
  const one = page(side);
  const two = page(side, one.place, { resume: true, seed: 2 } as never);
  one.client.connect();
  await one.greet();
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 9 }, 'lost', 'lost', 'lost');
  const id = await one.attach(PICTURE, SIZE);
  two.client.connect();
  await two.env.settle();
  expect(two.rows()).toEqual(['- image uploading 0 %']);
  side.script.length = 0;
  await two.client.discard(id);
  await one.env.advance(60_000);
  expect([one.rows(), one.ops()]).toEqual([[], []]);

  const again = await one.attach(PICTURE, SIZE);
  await two.greet();
  await one.env.settle();
  const ids = [...one.ops(), ...two.ops()].map((op) => op.id);
  expect(ids.length > 0 && ids.every((each) => each === again)).toBe(true);
});

test('rule 11: while the page is away nothing is shown or sent, and it goes on when it is back', async () => {
  const side = scripted();
  const at = page(side);
  at.client.connect();
  await at.greet();
  side.script.push('lost', 'lost');
  const id = await at.attach(PICTURE, SIZE);
  await at.env.live('pagehide');
  side.script.length = 0;
  const before = side.said.length;
  await at.env.advance(60_000);
  expect([at.rows(), side.said.length]).toEqual([[], before]);
  await at.env.live('pageshow');
  await at.greet();
  expect(at.ops().map((op) => op.id)).toEqual([id]);
});

test('pictures are redrawn and sound is measured before anything is kept', async () => {
  const side = scripted();
  const drawn = png('drawn');
  const at = page(
    side,
    disk(),
    {},
    {
      painter: {
        decode: async () => ({ width: 4_096, height: 1_024, close() {} }),
        encode: async (_bitmap, _width, _height, type) => (type === 'image/png' ? drawn : undefined),
      },
      sound: () => ({
        decodeAudioData: async () => ({
          duration: 1.5,
          numberOfChannels: 1,
          getChannelData: () => Float32Array.of(0, 0.25, -0.5, 0.125),
        }),
      }),
    },
  );
  await at.attach(png('as it came'), { kind: 'image', name: 'a.png' });
  const [, sound = new Uint8Array()] = ALLOWED.find(([type]) => type === 'audio/ogg') ?? [];
  await at.attach(sound, { kind: 'voice' });
  const [picture, voice] = at.client.messages.value;
  expect(same(await picture?.local?.bytes(), drawn)).toBe(true);
  expect(picture?.content.body).toMatchObject({ width: 2_048, height: 512, name: 'a.png' });
  expect(voice?.content.body).toMatchObject({ ms: 1_500, bars: [0, 0.5, 1, 0.25] });
});
