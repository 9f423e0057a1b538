import { type FakeEnv, fakeEnv } from '@xiaoer/core/testing';
import {
  type LadderMemory,
  type LadderOptions,
  type LinkHandlers,
  ladderTransport,
  type Transport,
} from '@xiaoer/core/transports';
import { expect, test } from 'vitest';

const DAY = 86_400_000;

/** A way that does what the test tells it. */
function rung(name: string, did: string[]) {
  const handlers: LinkHandlers[] = [];
  let throws = false;
  const transport: Transport = {
    name,
    open(given) {
      did.push(`${name} opens`);
      if (throws) throw new Error('no such constructor');
      handlers.push(given);
      return { send: (frame) => did.push(`${name} sends ${frame}`), close: () => did.push(`${name} closes`) };
    },
  };
  return {
    transport,
    last: () => handlers.at(-1) as LinkHandlers,
    throwing() {
      throws = true;
    },
  };
}

function house(options: Partial<LadderOptions> & { env?: FakeEnv } = {}) {
  const env = options.env ?? fakeEnv();
  const did: string[] = [];
  const [ws, stream, poll] = [rung('ws', did), rung('stream', did), rung('poll', did)];
  const ladder = ladderTransport([ws.transport, stream.transport, poll.transport], { env, ...options });
  const open = () =>
    ladder.open({
      onopen: () => void did.push('open'),
      onframe: (frame) => void did.push(`hears ${frame}`),
      onclose: (reason, ms) => void did.push(`ends: ${reason}${ms === undefined ? '' : ` ${ms}`}`),
    });
  return { env, ws, stream, poll, open, since: () => did.splice(0) };
}

function memoryOf(rows: Map<string, string>): LadderMemory {
  return {
    get: (name) => rows.get(name),
    set: (name, value) => void rows.set(name, value),
    delete: (name) => void rows.delete(name),
  };
}

test('what cannot be opened gives way to the next, and what worked is begun with for a day', async () => {
  const rows = new Map<string, string>();
  const { env, ws, stream, open, since } = house({ memory: memoryOf(rows) });
  const link = open();
  ws.last().onclose('closed 1006');
  stream.last().onopen();
  link.send('hello');
  expect(rows.size).toBe(0);
  stream.last().onframe('welcome');
  stream.last().onclose('ended');
  expect(since()).toEqual([
    'ws opens',
    'ws closes',
    'stream opens',
    'open',
    'stream sends hello',
    'hears welcome',
    'stream closes',
    'ends: ended',
  ]);
  expect([...rows]).toEqual([['xiaoer:ladder:', `${env.now()} stream`]]);
  await env.advance(DAY - 1);
  const again = open();
  stream.last().onopen();
  stream.last().onframe('welcome');
  again.close();
  expect(since()).toEqual(['stream opens', 'open', 'hears welcome', 'stream closes']);
  // Another page of the same browser profile knows it too.
  const later = house({ env, memory: memoryOf(rows) });
  later.open().close();
  expect(later.since()).toEqual(['stream opens', 'stream closes']);
  await env.advance(1);
  open();
  ws.last().onopen();
  ws.last().onframe('welcome');
  expect(since()).toEqual(['ws opens', 'open', 'hears welcome']);
  expect(env.timers()).toBe(0);
});

test('the best way that works again after the day is all that is remembered: nothing', async () => {
  const rows = new Map([['xiaoer:ladder:wifi', '1700000000000 stream']]);
  const { ws, stream, poll, open, since } = house({ memory: memoryOf(rows), network: () => 'wifi' });
  open();
  stream.last().onclose('http 404');
  ws.last().onopen();
  ws.last().onframe('welcome');
  expect(since()).toEqual(['stream opens', 'stream closes', 'ws opens', 'open', 'hears welcome']);
  expect(rows.size).toBe(0);
  expect(poll.last()).toBeUndefined();
});

test('a network is remembered by its name, and a clock that went back or a name that is gone says nothing', () => {
  const rows = new Map([
    ['xiaoer:ladder:office', '1700000000000 poll'],
    ['xiaoer:ladder:train', '1700000000001 poll'],
    ['xiaoer:ladder:hotel', '1700000000000 pigeon'],
    ['xiaoer:ladder:cafe', 'nonsense'],
  ]);
  const begun: string[] = [];
  for (const network of ['office', 'train', 'hotel', 'cafe', 'home']) {
    const { open, since } = house({ memory: memoryOf(rows), network: () => network });
    open().close();
    begun.push(`${network}: ${since()[0]}`);
  }
  expect(begun).toEqual([
    'office: poll opens',
    'train: ws opens',
    'hotel: ws opens',
    'cafe: ws opens',
    'home: ws opens',
  ]);
});

test('a way that opens and says nothing to the first frame ends the link, and the next begins lower', async () => {
  const rows = new Map<string, string>();
  const { env, ws, stream, open, since } = house({ memory: memoryOf(rows) });
  const link = open();
  ws.last().onopen();
  await env.advance(60_000);
  // Nothing was asked yet: a token may be on its way.
  expect(since()).toEqual(['ws opens', 'open']);
  link.send('hello');
  await env.advance(4_999);
  expect(since()).toEqual(['ws sends hello']);
  await env.advance(1);
  ws.last().onframe('late');
  expect(since()).toEqual(['ws closes', 'ends: silent']);
  open();
  expect(since()).toEqual(['stream opens']);
  expect(rows.size).toBe(0);
  stream.last().onopen();
  stream.last().onframe('welcome');
  expect(rows.size).toBe(1);
});

test('a way that hangs gives way after its share of nine seconds; when all fail, the last reason is told', async () => {
  const { env, open, since } = house();
  open();
  await env.advance(2_999);
  expect(since()).toEqual(['ws opens']);
  await env.advance(1);
  expect(since()).toEqual(['ws closes', 'stream opens']);
  await env.advance(6_000);
  expect(since()).toEqual(['stream closes', 'poll opens', 'poll closes', 'ends: connect-timeout']);
  // A network that lets nothing through says nothing about the ways.
  open().close();
  expect(since()).toEqual(['ws opens', 'ws closes']);
  expect(env.timers()).toBe(0);
});

test('a server that asks to wait is not asked in another way', () => {
  const { ws, stream, poll, open, since } = house();
  open();
  ws.last().onclose('closed 1006');
  stream.last().onclose('http 503', 10_000);
  expect(poll.last()).toBeUndefined();
  expect(since().at(-1)).toBe('ends: http 503 10000');
});

test('two links in a row that end without a word count as a way that does not work; one does not', () => {
  const { ws, open, since } = house();
  for (const _ of [1, 2]) {
    open().send('early');
    ws.last().onopen();
    ws.last().onclose('closed 1006');
  }
  open();
  expect(since().filter((line) => line.endsWith('opens'))).toEqual(['ws opens', 'ws opens', 'stream opens']);
});

test('a way that throws gives way in a later turn, and a memory that throws is done without', async () => {
  const broken: LadderMemory = {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
    set() {
      throw new DOMException('full', 'QuotaExceededError');
    },
    delete() {
      throw new DOMException('denied', 'SecurityError');
    },
  };
  const { env, ws, stream, open, since } = house({ memory: broken });
  ws.throwing();
  open();
  expect(since()).toEqual(['ws opens']);
  await env.settle();
  stream.last().onopen();
  stream.last().onframe('welcome');
  expect(since()).toEqual(['stream opens', 'open', 'hears welcome']);
  open();
  expect(since()).toEqual(['stream opens']);
});

test('nothing runs after close(), whichever way was being tried', async () => {
  const { env, ws, stream, open, since } = house();
  const link = open();
  ws.last().onclose('closed 1006');
  link.close();
  stream.last().onopen();
  stream.last().onframe('late');
  stream.last().onclose('late');
  ws.last().onopen();
  link.send('late');
  await env.advance(60_000);
  expect(since()).toEqual(['ws opens', 'ws closes', 'stream opens', 'stream closes']);
  expect(env.timers()).toBe(0);
});
