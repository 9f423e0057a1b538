import { effect } from '@preact/signals-core';
import { expect, onTestFinished, test } from 'vitest';
import { ChatError, type Store } from '../src/index.ts';
import { FILE_BYTES } from '../src/protocol/index.ts';
import { memoryStore } from '../src/stores/memory-store.ts';
import { type FakeEnv, fakeEnv } from '../src/testing/index.ts';
import { createUploads } from '../src/uploads/index.ts';
import { png } from './attachment-files.ts';
import { same, scripted } from './upload-side.ts';

const ID = 'upload-0000000000001';
const PICTURE = png('x'.repeat(600_000));

function page(side: ReturnType<typeof scripted>, store: Store = memoryStore(), env: FakeEnv = fakeEnv()) {
  let secret = 1;
  const uploads = createUploads({
    env,
    store,
    server: {
      fetch: side.fetch,
      address: (id) => `https://chat.example/upload/${id}`,
      credential: async (refused) => (refused === `Visitor ${secret}` ? `Visitor ${++secret}` : `Visitor ${secret}`),
    },
  });
  const seen: string[] = [];
  const stop = effect(() => {
    const state = uploads.states.value.get(ID);
    const line = !state
      ? 'nothing'
      : state.kind === 'sending'
        ? `sending ${Math.round(state.progress * 100)} %`
        : state.kind === 'failed'
          ? `failed ${state.code}`
          : state.kind;
    if (seen.at(-1) !== line) seen.push(line);
  });
  onTestFinished(stop);
  return { env, store, uploads, seen };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ChatError ? error.code : String(error)),
  );

test('asks what is there, sends in pieces, tells progress, and lets its bytes go', async () => {
  const side = scripted();
  const { env, store, uploads, seen } = page(side);
  expect(await uploads.start(PICTURE, ID)).toBe(ID);
  await env.settle();
  expect(side.said).toEqual([
    'GET +0 Visitor 1',
    'PUT 0+262144 Visitor 1',
    'PUT 262144+262144 Visitor 1',
    `PUT 524288+${PICTURE.length - 524_288} Visitor 1`,
  ]);
  expect(seen).toEqual(['nothing', 'waiting', 'sending 0 %', 'sending 44 %', 'sending 87 %', 'done']);
  expect(same(side.has.get(ID)?.bytes, PICTURE)).toBe(true);
  expect((await store.list([])).map(({ key, value }) => [key.join(' '), typeof value])).toEqual([
    [`upload ${ID}`, 'object'],
    ['upload-total', 'number'],
  ]);
  await uploads.forget(ID);
  expect(await store.list([])).toEqual([{ key: ['upload-total'], value: 0 }]);
  uploads.close();
  expect([env.timers(), env.listeners()]).toEqual([0, 0]);
});

test('rule 6: after a loss it waits, asks again, and goes on where the server stands', async () => {
  const side = scripted();
  const { env, uploads, seen } = page(side);
  side.script.push('lost', { status: 200 }, { status: 503, json: { code: 'busy' }, retryAfter: '7' });
  await uploads.start(PICTURE, ID);
  while (side.said.length < 3) await env.advance(50);
  await env.advance(6_900);
  expect(side.said).toHaveLength(3);
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 100_000 });
  await env.advance(40_000);
  expect(side.said.slice(3)).toEqual([
    'GET +0 Visitor 1',
    'PUT 0+262144 Visitor 1',
    'GET +0 Visitor 1',
    'PUT 100000+162144 Visitor 1',
    'PUT 262144+262144 Visitor 1',
    `PUT 524288+${PICTURE.length - 524_288} Visitor 1`,
  ]);
  expect(seen.at(-1)).toBe('done');
  expect(same(side.has.get(ID)?.bytes, PICTURE)).toBe(true);
});

test('rule 9: a request without an answer is given up after a minute; rule 6: online makes the wait short', async () => {
  const side = scripted();
  const { env, uploads, seen } = page(side);
  side.script.push('silent', ...Array.from({ length: 12 }, () => 'lost' as const));
  await uploads.start(PICTURE, ID);
  await env.advance(59_999);
  expect(side.said).toHaveLength(1);
  while (side.script.length > 0) await env.advance(1_000);
  const before = side.said.length;
  await env.live('online');
  await env.advance(500);
  expect(side.said.length).toBeGreaterThan(before);
  expect(seen.at(-1)).toBe('done');
});

test('rule 1: what was begun goes on after a reload, from what the server has', async () => {
  const side = scripted();
  const store = memoryStore();
  const first = page(side, store);
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 262_144 }, 'lost', 'lost');
  await first.uploads.start(PICTURE, ID);
  await first.env.settle();
  first.uploads.close();
  side.script.length = 0;
  side.said.length = 0;
  const second = page(side, store, fakeEnv(2));
  await second.uploads.resume();
  await second.env.settle();
  expect(side.said[0]).toBe('GET +0 Visitor 1');
  expect(side.said[1]).toBe('PUT 262144+262144 Visitor 1');
  expect(second.seen).toEqual(['nothing', 'waiting', 'sending 0 %', 'sending 44 %', 'sending 87 %', 'done']);
  const third = page(side, store, fakeEnv(3));
  await third.uploads.resume();
  expect(third.seen).toEqual(['nothing', 'done']);
  expect(first.env.timers()).toBe(0);
});

test('rule 7: what is refused for good is kept as failed and may be tried again; a credential is renewed once', async () => {
  const side = scripted();
  const store = memoryStore();
  const { env, uploads, seen } = page(side, store);
  const unknown = { status: 401, json: { code: 'token-expired' } };
  side.script.push(unknown, { status: 507, json: { code: 'quota' } });
  await uploads.start(PICTURE, ID);
  await env.settle();
  expect(side.said.map((line) => line.slice(-9))).toEqual(['Visitor 1', 'Visitor 2']);
  expect(seen.at(-1)).toBe('failed quota');
  const next = page(side, store, fakeEnv(2));
  await next.uploads.resume();
  expect(next.seen.at(-1)).toBe('failed quota');
  await next.uploads.retry(ID);
  await next.env.settle();
  expect(next.seen.at(-1)).toBe('done');
});

test('a credential that is refused again and again fails the upload instead of asking for ever', async () => {
  const side = scripted();
  const { env, uploads, seen } = page(side);
  side.script.push(...Array.from({ length: 9 }, () => ({ status: 401, json: { code: 'token-invalid' } })));
  await uploads.start(PICTURE, ID);
  await env.advance(60_000);
  expect([side.said.length, seen.at(-1)]).toEqual([4, 'failed unauthenticated']);
});

test('cancelling in mid-upload forgets it here and there, and the next one begins', async () => {
  const side = scripted();
  const { env, store, uploads, seen } = page(side);
  side.script.push({ status: 404, json: { code: 'not-found' } }, { cut: 9 }, 'lost');
  await uploads.start(PICTURE, ID);
  await uploads.start(png(), 'upload-0000000000002');
  await env.settle();
  expect(seen.at(-1)).toMatch(/^sending/);
  side.script.length = 0;
  await uploads.cancel(ID);
  await env.advance(1_000);
  expect(seen.at(-1)).toBe('nothing');
  expect(side.said).toContain('DELETE +0 Visitor 1');
  expect([...side.has.keys()]).toEqual(['upload-0000000000002']);
  expect([...uploads.states.value.values()]).toEqual([{ kind: 'done' }]);
  expect((await store.list(['upload-bytes'])).length).toBe(0);
});

test('rule 8: 10 MB a file, 64 MiB an identity, and nothing that is not allowed; nothing is kept of what is refused', async () => {
  const side = scripted();
  side.script.push(...Array.from({ length: 99 }, () => 'lost' as const));
  const { store, uploads } = page(side);
  const most = png('x'.repeat(FILE_BYTES - png('').length));
  expect(await codeOf(uploads.start(new Uint8Array()))).toBe('file-too-large');
  expect(await codeOf(uploads.start(png('x'.repeat(FILE_BYTES - png('').length + 1))))).toBe('file-too-large');
  expect(await codeOf(uploads.start(new TextEncoder().encode('<svg/>')))).toBe('file-type');
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.push(await uploads.start(most));
  expect(await codeOf(uploads.start(most))).toBe('attachments-full');
  expect(await codeOf(uploads.start(png()))).toBe('fine');
  expect((await store.list(['upload'])).length).toBe(7);
  await uploads.forget(ids[5] ?? '');
  expect(await codeOf(uploads.start(most))).toBe('fine');
  uploads.close();
});

test('a store that refuses refuses the start, and bytes that a browser threw away fail the upload', async () => {
  const side = scripted();
  const closed = page(side);
  closed.store.close();
  expect(await codeOf(closed.uploads.start(png(), ID))).toBe('not-stored');
  const { env, store, uploads, seen } = page(side);
  side.script.push('lost');
  await uploads.start(PICTURE, ID);
  await store.transact([], () => [{ clear: ['upload-bytes'] }]);
  await env.advance(1_000);
  expect(seen.at(-1)).toBe('failed missing');
});
