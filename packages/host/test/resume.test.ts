import { MAX_REPLAY } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { BOT, C1, Guest, type Inn, openInn } from './inn.ts';

const silent = async () => ({ lines: [] });
const secret = 'secret-man'.padEnd(43, '-');

/** A conversation of so many lines, written before the host knew it. */
async function innWith(count: number, options: Parameters<typeof openInn>[0] = {}): Promise<Inn> {
  const inn = await openInn({ responder: silent, ...options });
  const record = { id: C1, shop: 'inn', subject: 'man', createdAt: 1 };
  const events = Array.from({ length: count }, (_, n) => ({
    seq: n + 1,
    id: `b${n + 1}`,
    at: 1,
    from: BOT,
    kind: 'text',
    body: { text: `${n + 1}` },
  }));
  inn.log.elsewhere({ conversation: C1, create: record, events });
  return inn;
}

async function back({ host, env }: Inn, seq: number, epoch = 'memory-1'): Promise<Guest> {
  const guest = new Guest(host, 'shopper');
  guest.hello({ secret }, [{ conversation: C1, epoch, seq }]);
  await env.settle();
  return guest;
}

const shape = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\d+ bot text (\d+)( \| )?/g, '$1 ').trim());

test('rule 3: a valid cursor gets exactly what came after it', async () => {
  const inn = await innWith(5);
  expect(shape((await back(inn, 3)).since())).toEqual(['welcome man [5]', 'events 4 5']);
  expect(shape((await back(inn, 5)).since())).toEqual(['welcome man [5]']);
  expect(shape((await back(inn, 0)).since())).toEqual(['welcome man [5]', 'events 1 2 3 4 5']);
});

test('rule 3: no cursor, a cursor beyond the head or of another epoch gets the newest page', async () => {
  const inn = await innWith(3);
  const fresh = new Guest(inn.host, 'shopper');
  fresh.hello({ secret });
  await inn.env.settle();
  const page = ['welcome man [3]', 'reset head 3 first 1 | 1 2 3'];
  expect(shape(fresh.since())).toEqual(page);
  expect(shape((await back(inn, 4)).since())).toEqual(page);
  expect(shape((await back(inn, 3, 'before-the-fire')).since())).toEqual(page);
});

test('rule 3: what was claimed before a restore took the claim back is told as gone, and nothing of it is read', async () => {
  const inn = await innWith(3);
  const account = new Guest(inn.host, 'shopper');
  account.hello({ secret: 'secret-account'.padEnd(43, '-') }, [{ conversation: C1, epoch: 'before-the-fire', seq: 3 }]);
  await inn.env.settle();
  expect(account.since()).toEqual(['welcome account [0]', 'reset head 0 first 1 | ']);
});

test('rule 3: a cursor just before the first kept event is good, one further back is reset', async () => {
  const inn = await innWith(6);
  inn.log.trim(C1, 4);
  expect(shape((await back(inn, 3)).since())).toEqual(['welcome man [6]', 'events 4 5 6']);
  expect(shape((await back(inn, 2)).since())).toEqual(['welcome man [6]', 'reset head 6 first 4 | 4 5 6']);
});

test('rule 3: history trimmed under a living host ends in a reset, not in a hole', async () => {
  const inn = await innWith(6);
  await back(inn, 6);
  inn.log.trim(C1, 5);
  expect(shape((await back(inn, 1)).since())).toEqual(['welcome man [6]', 'reset head 6 first 5 | 5 6']);
});

test('rule 3: up to 500 behind is replayed in pages, one more is reset to the newest page', async () => {
  const inn = await innWith(MAX_REPLAY + 1);
  const near = await back(inn, 1);
  expect(near.since().map((line) => line.split(' ')[0])).toEqual(['welcome', ...Array(5).fill('events')]);
  expect(near.replica.get(C1)).toHaveLength(MAX_REPLAY);
  const far = await back(inn, 0);
  expect(far.since().map((line) => line.slice(0, 24))).toEqual(['welcome man [501]', 'reset head 501 first 1 |']);
  expect(far.replica.get(C1)?.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => 402 + n));
});

test('rule 3: what comes between attaching and reading is neither lost nor doubled', async () => {
  const inn = await innWith(250);
  const { env, log, shopper } = inn;
  const writer = await shopper();
  const read = log.read;
  let reads = 0;
  log.read = async (conversation, after, limit) => {
    reads += 1;
    const page = await read(conversation, after, limit);
    if (reads === 2) {
      writer.say(C1, 'a1', '插一句');
      await env.settle();
    }
    return page;
  };
  const guest = await back(inn, 10);
  await env.settle();
  expect(guest.replica.get(C1)?.map(({ seq }) => seq)).toEqual(Array.from({ length: 242 }, (_, n) => 11 + n));
  expect(guest.replica.get(C1)?.some(({ id }) => id === 'a1')).toBe(true);
});

test('a conversation that was closed while the shopper was away is still completed', async () => {
  const inn = await innWith(2);
  const { env, log, host } = inn;
  log.elsewhere({ conversation: C1, events: [{ seq: 3, id: 'c', at: 1, from: BOT, kind: 'closed', body: {} }] });
  const guest = await back(inn, 2);
  expect(guest.since()).toEqual(['welcome man []', 'events 3 bot closed']);
  guest.cut();
  await env.settle();
  expect(host.stats()).toMatchObject({ conversations: 0, links: 0 });
});

test('pages of history come by nonce and stop at the oldest kept', async () => {
  const inn = await innWith(8);
  inn.log.trim(C1, 3);
  const guest = await back(inn, 8);
  guest.since();
  guest.send({ t: 'pull', conversation: C1, nonce: 'p1', before: 7, limit: 3 });
  guest.send({ t: 'pull', conversation: C1, nonce: 'p2', before: 4, limit: 3 });
  guest.send({ t: 'pull', conversation: C1, nonce: 'p3', before: 3, limit: 3 });
  guest.send({ t: 'pull', conversation: C1, nonce: 'p4', before: 99, limit: 2 });
  await inn.env.settle();
  expect(shape(guest.since())).toEqual(['page 4 5 6', 'page 3', 'page', 'page 7 8']);
});

test('a read that fails ends the link, so that the client comes back', async () => {
  const inn = await innWith(3);
  const guest = await back(inn, 3);
  const read = inn.log.read;
  inn.log.read = async () => {
    throw new Error('disk');
  };
  guest.hello({ secret }, [{ conversation: C1, epoch: 'memory-1', seq: 1 }]);
  await inn.env.settle();
  expect(guest.closed).toBe('1013 the log could not be read');
  inn.log.read = read;
  expect(shape((await back(inn, 1)).since())).toEqual(['welcome man [3]', 'events 2 3']);
});
