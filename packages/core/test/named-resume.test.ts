import { type SocketLike, websocketTransport } from '@xiaoer/core';
import { BOT, eventFor, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { disk, returning, talk } from './talk.ts';

// Bugs of other people's clients, by the name under which they are known (RELIABILITY: named regressions).

const CONVERSATION = 'c'.repeat(22);
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];
const page = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => eventOf(from + n, BOT, `m${from + n}`));
const heardOf = (told: readonly string[]) => told.filter((line) => line.startsWith('received'));

test('resume with zero events received: what came while the link was down is replayed from the beginning', async () => {
  const { client, server, greet, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  server.cut();
  await env.advance(500);
  server.heard();
  await greet(undefined, open(1));
  expect(server.heard()).toEqual(['hello secret']);
  server.events(CONVERSATION, page(1, 1));
  await env.settle();
  expect(lines()).toEqual(['1 bot m1']);
});

test('resume twice without traffic: the same cursor each time, and nothing is shown twice', async () => {
  const { client, server, greet, env, lines, told } = talk(returning());
  client.connect();
  await greet(undefined, open(2));
  server.events(CONVERSATION, page(1, 2));
  await env.settle();
  const hellos: string[] = [];
  for (let n = 0; n < 3; n++) {
    server.heard();
    server.cut();
    await env.advance(4_000);
    await greet(undefined, open(2));
    hellos.push(...server.heard().filter((line) => line.startsWith('hello')));
  }
  server.events(CONVERSATION, page(3, 3));
  await env.settle();
  expect(hellos.map((line) => line.replace(/ c\d+/, ''))).toEqual(Array(3).fill('hello secret@A:2'));
  expect(lines()).toEqual(['1 bot m1', '2 bot m2', '3 bot m3']);
  expect(heardOf(told)).toEqual(['received m3']);
});

test("resume after hours of other people's traffic: every page in order, each message once, no own op lost", async () => {
  const { client, server, greet, say, env, lines, told } = talk(returning());
  client.connect();
  await greet(undefined, open(3));
  server.events(CONVERSATION, page(1, 3));
  await env.settle();
  server.cut();
  await say('meanwhile');
  await env.advance(6 * 3_600_000);
  server.heard();
  await greet(undefined, open(350));
  for (let from = 4; from <= 350; from += 100) server.events(CONVERSATION, page(from, Math.min(from + 99, 350)));
  await env.settle();
  expect(heardOf(told)).toHaveLength(347);
  expect(new Set(heardOf(told)).size).toBe(347);
  expect(server.heard().slice(-1)).toEqual(['append o1 text meanwhile in c1']);
  expect([lines()[349], lines()[350]]).toEqual(['350 bot m350', '- shopper meanwhile sending']);
});

test('reconnect faster than the server noticed: what the old link still says is not heard a second time', async () => {
  const { client, server, greet, say, env, lines, told } = talk(returning());
  client.connect();
  await greet(undefined, open(1));
  server.events(CONVERSATION, page(1, 1));
  await env.settle();
  await say('hi');
  const op = server.op('hi');
  server.cut();
  await env.advance(500);
  await greet(undefined, open(1));
  const frame = { t: 'events', conversation: CONVERSATION, epoch: 'A', first: 1, events: [eventFor(op, 2)] };
  server.sendText(JSON.stringify(frame), true);
  server.sendText(JSON.stringify({ t: 'nack', class: 'rejected', code: 'forbidden', id: op.id }), true);
  await env.settle();
  expect(lines()).toEqual(['1 bot m1', '- shopper hi sending']);
  server.ack(op, 2);
  server.events(CONVERSATION, [eventFor(op, 2), eventOf(3, BOT, 'm3')]);
  await env.settle();
  expect(lines()).toEqual(['1 bot m1', '2 shopper hi sent', '3 bot m3']);
  expect(heardOf(told)).toEqual(['received m3']);
});

test('listener logs out during replay: nothing that comes after it is shown or stored', async () => {
  const place = disk();
  const { client, server, greet, say, env, lines } = talk({ openStore: place.open });
  client.connect();
  await say('mine');
  await greet();
  const { conversation } = server.op('mine');
  const gone: Promise<void>[] = [];
  client.on('message:received', () => {
    if (!gone.length) gone.push(client.logout());
  });
  server.events(conversation, page(1, 3));
  server.events(conversation, page(4, 6));
  await env.settle();
  await Promise.all(gone);
  expect(gone).toHaveLength(1);
  expect(lines()).toEqual([]);
  expect(await place.stores.get('inn:visitor')?.list([])).toEqual([]);
});

test('zombie open socket: one that is open and says nothing is dropped, and what it swallowed is sent again', async () => {
  const { client, server, greet, say, env, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  await env.advance(5_000);
  await say('hi');
  server.heard();
  await env.advance(25_000);
  expect(client.connection.value).toMatchObject({ state: 'offline', problem: 'silent' });
  await env.advance(500);
  await greet(undefined, open(0));
  expect(server.heard()).toEqual(['close', 'open', 'hello secret', 'append o1 text hi in c1']);
  expect(lines()).toEqual(['- shopper hi sending']);
});

test('close code 1000 from an idle proxy: the client did not ask for it, so it comes back', async () => {
  const sockets: SocketLike[] = [];
  class Socket {
    onopen = null;
    onclose: SocketLike['onclose'] = null;
    onmessage = null;
    onerror = null;
    readyState = 1;
    constructor() {
      sockets.push(this as unknown as SocketLike);
    }
    send() {}
    close() {}
  }
  const transport = websocketTransport('wss://inn.example/ws', Socket as never);
  const { client, env } = talk({ transport });
  client.connect();
  await env.settle();
  expect(sockets).toHaveLength(1);
  sockets[0]?.onclose?.({ code: 1000, reason: '', wasClean: true } as never);
  await env.settle();
  expect(client.connection.value.state).toBe('offline');
  await env.advance(500);
  expect(sockets).toHaveLength(2);
  client.destroy();
});

test('reload with a request in flight: sent again under its own id, and a repeat is one message', async () => {
  const place = disk();
  const first = talk({ openStore: place.open });
  first.client.connect();
  await first.say('hi');
  await first.greet();
  const op = first.server.op('hi');
  first.client.destroy();
  const { client, server, greet, env, lines } = talk({ openStore: place.open, resume: true, seed: 2 });
  client.connect();
  await env.settle();
  expect(lines()).toEqual(['- shopper hi queued']);
  await greet(undefined, [{ conversation: op.conversation, epoch: 'A', head: 1 }]);
  expect(lines()).toEqual(['- shopper hi queued']);
  server.events(op.conversation, [eventOf(1, SHOPPER, 'hi', op.id)]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper hi sent']);
  expect(server.ops()).toEqual([]);
  expect(client.outbox.value).toEqual([]);
});

test('offline reload, offline again: what waits survives every page, in order', async () => {
  const place = disk();
  for (let n = 1; n <= 3; n++) {
    const { client, say, env } = talk({ openStore: place.open, resume: true, seed: n });
    client.connect();
    await env.settle();
    await say(`n${n}`);
    client.destroy();
  }
  const { client, server, greet } = talk({ openStore: place.open, resume: true, seed: 9 });
  client.connect();
  await greet();
  expect(server.heard().slice(2)).toEqual([
    'append o1 text n1 in c1',
    'append o2 text n2 in c1 after o1',
    'append o3 text n3 in c1 after o2',
  ]);
});
