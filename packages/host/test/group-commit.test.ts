import { expect, test } from 'vitest';
import { createGroupCommit } from '../src/group-commit.ts';
import type { Batch, Log } from '../src/log.ts';
import { openInn } from './inn.ts';

/** A log whose inserts return when the test says so. */
function heldLog() {
  const inserts: string[] = [];
  const returns: ((accepted: boolean) => void)[] = [];
  const insert = (batches: readonly Batch[]): Promise<readonly boolean[]> => {
    inserts.push(batches.map(({ conversation, events }) => `${conversation}×${events.length}`).join(' '));
    return new Promise((resolve, reject) =>
      returns.push((ok) => (ok ? resolve(batches.map(() => true)) : reject(new Error('disk')))),
    );
  };
  const next = async (ok = true): Promise<void> => {
    returns.shift()?.(ok);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { log: { insert } as Log, inserts, next };
}

const batch = (conversation: string, count = 1): Batch => ({
  conversation,
  events: Array.from({ length: count }, (_, n) => ({
    seq: n + 1,
    id: `${n}`,
    at: 0,
    from: { role: 'shopper' as const, id: 'man' },
    kind: 'text',
    body: {},
  })),
});

test('what comes while an insert runs goes into the next, one batch a conversation, in order', async () => {
  const { log, inserts, next } = heldLog();
  const commit = createGroupCommit(log);
  const done: string[] = [];
  const put = (name: string, count = 1) => void commit.insert(batch(name, count), 1).then(() => done.push(name));
  put('a');
  await next();
  put('b');
  put('c', 2);
  put('b');
  put('d');
  put('b');
  for (let n = 0; n < 5; n++) await next();
  expect(inserts).toEqual(['a×1', 'b×1 c×2 d×1', 'b×1', 'b×1']);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'b', 'b']);
  expect(commit.appended).toBe(7);
});

test('an insert takes a thousand rows at most, and a batch is never cut', async () => {
  const { log, inserts, next } = heldLog();
  const commit = createGroupCommit(log);
  for (const [name, rows] of [
    ['a', 600],
    ['b', 600],
    ['c', 300],
    ['d', 2_000],
    ['e', 1],
  ] as const)
    void commit.insert(batch(name, rows), 1);
  for (let n = 0; n < 5; n++) await next();
  expect(inserts).toEqual(['a×600 c×300 e×1', 'b×600', 'd×2000']);
});

test('an insert that fails fails those in it, and the next goes on', async () => {
  const { log, next } = heldLog();
  const commit = createGroupCommit(log);
  const first = commit.insert(batch('a'), 1);
  const failed = expect(first).rejects.toThrow('disk');
  await Promise.resolve();
  await Promise.resolve();
  const second = commit.insert(batch('a'), 1);
  await next(false);
  await failed;
  await next();
  expect(await second).toBe(true);
});

test('it is full at 5,000 events or 8 MB waiting, and not for longer', async () => {
  const { log, next } = heldLog();
  const commit = createGroupCommit(log);
  void commit.insert(batch('a', 4_999), 1);
  expect(commit.full()).toBe(false);
  void commit.insert(batch('b'), 1);
  expect(commit.full()).toBe(true);
  for (let n = 0; n < 3; n++) await next();
  expect(commit.full()).toBe(false);
  void commit.insert(batch('c'), 8 * 1024 * 1024);
  expect(commit.full()).toBe(true);
});

test('a full house answers busy with the time to wait, and the op gets in later', async () => {
  const { env, log, shopper } = await openInn({ responder: async () => ({ lines: [] }) });
  const insert = log.insert;
  const guests = await Promise.all(Array.from({ length: 420 }, (_, n) => shopper(`man${n}`)));
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  log.insert = async (batches) => {
    await gate;
    return insert(batches);
  };
  const big = 'x'.repeat(20_000);
  guests.forEach((guest, n) => {
    guest.op(`conversation-${1_000 + n}`, 'a1', 'dance', { big });
  });
  await env.settle();
  const late = guests.findIndex((guest) => guest.nacks().length > 0);
  const guest = guests[late];
  expect(guest?.nacks()[0]).toMatchObject({ class: 'retry', code: 'busy', retryAfter: 1_000 });
  release();
  await env.settle();
  guest?.since();
  guest?.op(`conversation-${1_000 + late}`, 'a1', 'dance', { big });
  await env.settle();
  expect(guest?.since()[1]).toBe('ack a1 1');
});
