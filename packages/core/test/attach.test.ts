import { type ClientOptions, type Store, StoreError } from '@xiaoer/core';
import { eventFor } from '@xiaoer/core/testing';
import { beforeAll, expect, test } from 'vitest';
import { ChatError } from '../src/index.ts';
import type { Append } from '../src/protocol/index.ts';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { type AttachingClient, type AttachmentsOptions, attachments, FILE_BYTES } from '../src/uploads/index.ts';
import { ALLOWED, png } from './attachment-files.ts';
import { disk, talk } from './talk.ts';
import { same, scripted } from './upload-side.ts';

beforeAll(() => attachPart());

const PICTURE = png('x'.repeat(600_000));
const SIZE = { kind: 'image', width: 3, height: 2, name: 'cup.png' } as const;

/** A page of a shopper whose files go to `side`. */
function page(
  side: ReturnType<typeof scripted>,
  place = disk(),
  options: Partial<ClientOptions> = {},
  how: Partial<AttachmentsOptions> = {},
) {
  const { fetch } = side;
  const at = talk({
    openStore: place.open,
    ...options,
    attachments: attachments({ fetch, address: 'https://chat.example', painter: null, ...how }),
  });
  const client = at.client as AttachingClient;
  const rows = () =>
    client.messages.value.map(({ content, status, progress, error, unsaved, seq }) =>
      [
        seq ?? '-',
        content.kind === 'text' ? content.body.text : content.kind,
        status,
        progress !== undefined && `${Math.round(progress * 100)} %`,
        error,
        unsaved && 'unsaved',
      ]
        .filter((part) => part !== undefined && part !== false)
        .join(' '),
    );
  /** Attaches and lets it settle. */
  const attach = async (...what: Parameters<AttachingClient['attach']>) => {
    const done = client.attach(...what);
    done.catch(() => {});
    await at.env.settle();
    return done;
  };
  const heard: Append[] = [];
  /** Every op that the server was sent, in order. */
  const ops = () => {
    heard.push(...at.server.ops());
    return heard;
  };
  return { ...at, client, rows, attach, ops, place };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ChatError ? error.code : String(error)),
  );

const rowsOf = async (place: ReturnType<typeof disk>, name = 'inn:visitor') =>
  ((await place.stores.get(name)?.list([])) ?? []).map(({ key }) => key[0]);

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

/** A disk whose transactions are watched: `at` may let one through, lose it, or lose its answer. */
function frail(place: ReturnType<typeof disk>, at: (keys: readonly string[]) => 'fine' | 'before' | 'after' | 'quota') {
  const open = async (name: string): Promise<Store> => {
    const store = await place.open(name);
    return {
      ...store,
      async transact(keys, decide) {
        let fate = 'fine';
        const done = await store.transact(keys, (values) => {
          const writes = decide(values);
          fate = at((writes ?? []).map((write) => String(('put' in write && write.put[0]) || '')));
          if (fate === 'quota') throw new StoreError('quota');
          return fate === 'before' ? null : writes;
        });
        return fate === 'fine' ? done : new Promise<never>(() => {});
      },
    };
  };
  return { ...place, open };
}

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
