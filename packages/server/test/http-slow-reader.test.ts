import { connect } from 'node:net';
import { nodeEnv } from '@xiaoer/core/env/node';
import { encode } from '@xiaoer/core/protocol';
import { createEventStreamParser } from '@xiaoer/core/transports';
import { createHost, type SessionLink } from '@xiaoer/host';
import { createMemoryLog } from '@xiaoer/host/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openGateways } from './gateways.ts';
import { ask } from './inn.ts';

const CONVERSATION = 'c'.repeat(22);
const SECRET = 's'.repeat(43);
const MIB = 1024 * 1024;
const EVENTS = 3_000;
const TEXT = 'x'.repeat(3_900);

/** Opens a stream whose bytes are read when the test wants. */
async function openStream(port: number) {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const frames: string[] = [];
  const told: string[] = [];
  const parse = createEventStreamParser(new TextDecoder(), ({ event, data }) =>
    (event === 'message' ? frames : told).push(data),
  );
  let head = true;
  let rest = Buffer.alloc(0);
  // Takes the chunks of the transfer apart.
  socket.on('data', (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const end = rest.indexOf(head ? '\r\n\r\n' : '\r\n');
      if (end < 0) return;
      const size = head ? 0 : Number.parseInt(rest.subarray(0, end).toString(), 16);
      const from = end + (head ? 4 : 2);
      if (!head && rest.length < from + size + 2) return;
      if (!head) parse(rest.subarray(from, from + size));
      rest = rest.subarray(head ? from : from + size + 2);
      head = false;
    }
  });
  socket.write('POST /link/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n');
  await vi.waitFor(() => expect(told.length).toBe(1));
  return { socket, frames, told, id: JSON.parse(told[0] ?? '{}').link as string };
}

test(`server rule 5: a stream that nobody reads holds a bound, and catches up without a hole: ${EVENTS} events of 4 kB`, async () => {
  const log = createMemoryLog();
  const host = createHost({
    env: nodeEnv(),
    log,
    shop: { id: 'inn', name: 'inn' },
    bot: { role: 'bot', id: 'bot' },
    responder: async () => ({ lines: [] }),
    enrich: async (content) => content.body as Record<string, unknown>,
    authenticate: async () => ({ principal: { role: 'shopper', id: 'man' } }),
    settings: { rate: { perSecond: 1e6, burst: 1e6 } },
  });
  await host.start();
  const links: SessionLink[] = [];
  const { port, close } = await openGateways(
    {
      connect(link) {
        links.push(link);
        return host.connect(link);
      },
    },
    1_000,
  );
  onTestFinished(close);
  onTestFinished(() => host.close());
  const hello = { t: 'hello', v: 1, shop: 'inn', install: 'i', nonce: 'n', cursors: [], secret: SECRET } as const;
  const stream = await openStream(port);
  const body = `${JSON.stringify({ link: stream.id, n: 1 })}\n${encode(hello)}`;
  expect((await ask({ port }, '/link/send', { method: 'POST', body })).status).toBe(204);
  await vi.waitFor(() => expect(stream.frames.length).toBe(1));
  stream.socket.pause();

  const acked = new Set<string>();
  const writer = host.connect({
    role: 'shopper',
    send(text) {
      const frame = JSON.parse(text);
      if (frame.t === 'ack') acked.add(frame.id);
    },
    close: () => undefined,
    buffered: () => 0,
  });
  writer.receive(encode(hello));
  await new Promise((resolve) => setTimeout(resolve, 5));
  let most = 0;
  for (let n = 0; n < EVENTS; n++) {
    const id = `a${n}`;
    writer.receive(encode({ t: 'append', conversation: CONVERSATION, id, kind: 'text', body: { text: TEXT } }));
    if (n % 10 === 9) while (!acked.has(id)) await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, links[0]?.buffered() ?? 0);
  }
  // It was blocked, and what waited for it stayed within 1 MiB and a page.
  expect(most).toBeGreaterThan(100_000);
  expect(most).toBeLessThan(1.5 * MIB);
  expect(stream.frames.length).toBe(1);

  stream.socket.resume();
  /** Numbers of the events as a client holds them: a reader far behind gets a reset with the newest page. */
  const seqs = () => {
    let held: number[] = [];
    for (const text of stream.frames) {
      const { t, events } = JSON.parse(text);
      if (t === 'reset') held = [];
      if (t === 'reset' || t === 'events') held.push(...events.map(({ seq }: { seq: number }) => seq));
    }
    return held;
  };
  // The bot's turns have events of their own.
  const head = async () => (await log.head(CONVERSATION))?.head ?? 0;
  await vi.waitFor(async () => expect(seqs().at(-1)).toBe(await head()), { timeout: 20_000, interval: 100 });
  const held = seqs();
  const last = await head();
  expect(last).toBeGreaterThanOrEqual(EVENTS);
  expect(held).toEqual(held.map((_, n) => last - held.length + 1 + n));
}, 40_000);

test('frames that are no events are bounded too: a stream or a poll that nobody reads ends', async () => {
  const links: SessionLink[] = [];
  let closed = 0;
  const {
    port,
    close,
    links: places,
  } = await openGateways(
    {
      connect(link) {
        links.push(link);
        return { receive: () => undefined, closed: () => void closed++ };
      },
    },
    60_000,
  );
  onTestFinished(close);
  const stream = await openStream(port);
  stream.socket.pause();
  await ask({ port }, '/link/poll', { method: 'POST', body: '' });
  expect(places()).toBe(2);
  for (const link of links) {
    let most = 0;
    for (let n = 0; n < 30_000; n++) {
      link.send(JSON.stringify({ t: 'signal', name: 'delta', body: { text: TEXT } }));
      most = Math.max(most, link.buffered());
    }
    expect(most).toBeGreaterThan(8 * MIB);
    expect(most).toBeLessThan(9 * MIB);
  }
  expect(closed).toBe(2);
  expect(places()).toBe(0);
});
