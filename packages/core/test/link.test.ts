import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { talk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const open = (head: number, epoch = 'A') => [{ conversation: CONVERSATION, epoch, head }];

test('rule 3: a gap makes the client say hello again with its cursor; a lower number is ignored', async () => {
  const { client, server, greet, env, lines } = talk();
  client.connect();
  await greet(undefined, open(1));
  server.events(CONVERSATION, [eventOf(1, BOT, 'one')]);
  await env.settle();
  server.heard();
  server.events(CONVERSATION, [eventOf(3, BOT, 'three')]);
  await env.settle();
  expect(server.heard()).toEqual(['hello c1@A:1']);
  expect(lines()).toEqual(['1 bot one']);
  server.welcome(undefined, open(3));
  server.events(CONVERSATION, [eventOf(1, BOT, 'one'), eventOf(2, BOT, 'two'), eventOf(3, BOT, 'three')]);
  await env.settle();
  expect(lines()).toEqual(['1 bot one', '2 bot two', '3 bot three']);
  server.events(CONVERSATION, [eventOf(2, BOT, 'changed')]);
  await env.advance(5_000);
  expect(lines()).toEqual(['1 bot one', '2 bot two', '3 bot three']);
  expect(server.heard()).toEqual([]);
});

test('rule 3: listeners hear each message once, after it is stored; one that throws or leaves harms nobody', async () => {
  const { client, server, greet, env, told } = talk();
  const undo = client.on('message:received', () => {
    undo();
    throw new Error('mine');
  });
  const seen: number[] = [];
  client.on('message:received', () => seen.push(client.messages.value.length));
  client.connect();
  await greet(undefined, open(2));
  server.events(CONVERSATION, [eventOf(1, BOT, 'old'), eventOf(2, BOT, 'older')]);
  server.events(CONVERSATION, [eventOf(3, BOT, 'a'), eventOf(4, BOT, 'b')]);
  server.events(CONVERSATION, [eventOf(4, BOT, 'b'), eventOf(5, SHOPPER, 'me')]);
  await env.settle();
  expect(told.filter((line) => line.startsWith('received'))).toEqual(['received a', 'received b']);
  expect(seen).toEqual([4, 4]);
  expect(env.lines).toEqual(['listener-failed message:received {"problem":"Error"}']);
});

test('rule 5: a link is dead one interval and 5 s after the last frame', async () => {
  const { client, server, greet, env } = talk();
  client.connect();
  await greet();
  server.heard();
  await env.advance(20_000);
  server.send({ t: 'ping', heads: {} });
  expect(server.heard()).toEqual(['pong']);
  await env.advance(29_999);
  expect(server.heard()).toEqual([]);
  expect(client.connection.value.state).toBe('online');
  await env.advance(1);
  expect(server.heard()).toEqual(['close']);
  expect(client.connection.value).toMatchObject({ state: 'offline', problem: 'silent' });
});

test('rule 5: a sign of resume asks the server with 2.5 s to answer, then drops the socket without waiting', async () => {
  const { client, server, greet, env } = talk();
  client.connect();
  await greet();
  server.heard();
  await env.live('online');
  await env.live('visible');
  expect(server.heard()).toEqual(['hello']);
  server.welcome();
  await env.advance(3_000);
  expect(server.heard()).toEqual([]);
  await env.live('visible');
  await env.advance(2_499);
  expect(server.heard()).toEqual(['hello']);
  await env.advance(1);
  expect(server.heard()).toEqual(['close']);
});

test('rule 5: a timer gap is a sign of resume', async () => {
  const { client, server, greet, env } = talk();
  client.connect();
  await greet();
  server.heard();
  await env.advance(4_000);
  env.sleep(12_000);
  await env.advance(0);
  expect(server.heard()).toEqual(['hello']);
});

test('rule 5: heads beyond the log and no progress for 1.5 s: hello again, less and less often', async () => {
  const { client, server, greet, env } = talk();
  client.connect();
  await greet(undefined, open(0));
  server.heard();
  server.send({ t: 'ping', heads: { [CONVERSATION]: 1 } });
  await env.advance(1_499);
  expect(server.heard()).toEqual(['pong']);
  await env.advance(1);
  expect(server.heard()).toEqual(['hello']);
  server.welcome(undefined, open(1));
  await env.advance(2_999);
  expect(server.heard()).toEqual([]);
  await env.advance(1);
  expect(server.heard()).toEqual(['hello']);
});

test('rule 5: a welcome to an earlier hello and frames of an earlier link are dropped', async () => {
  const { client, server, greet, env, lines } = talk();
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  const welcome = { t: 'welcome', v: 1, nonce: 'other', time: 0, heartbeat: 25_000, conversations: [] };
  server.sendText(JSON.stringify({ ...welcome, limits: {}, shop: { name: '', agents: 0 } }));
  await env.settle();
  expect(client.connection.value.state).toBe('connecting');
  await env.advance(6_000);
  expect(client.connection.value).toMatchObject({ state: 'offline', problem: 'hello-timeout' });
  await env.advance(500);
  await greet(undefined, open(1));
  const late = { t: 'events', conversation: CONVERSATION, epoch: 'A', first: 1, events: [eventOf(1, BOT, 'late')] };
  server.sendText(JSON.stringify(late), true);
  await env.settle();
  expect(lines()).toEqual([]);
});

test('rule 6: full jitter up to 30 s, forgotten only after 10 s of a welcomed link', async () => {
  const { client, server, env, greet } = talk({ seed: 7 });
  const waits: number[] = [];
  const wait = () => {
    const { retryAt = 0 } = client.connection.value;
    waits.push(retryAt - env.now());
    return env.advance(retryAt - env.now());
  };
  client.connect();
  await env.settle();
  for (let n = 0; n < 9; n++) {
    server.cut();
    await wait();
  }
  const most = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];
  expect(waits.every((ms, n) => ms >= 0 && ms <= (most[n] ?? 0))).toBe(true);
  expect(waits).toMatchInlineSnapshot(`
    [
      46,
      179,
      907,
      3079,
      2143,
      8232,
      26206,
      14551,
      17635,
    ]
  `);
  await greet();
  await env.advance(9_999);
  server.cut();
  expect(waits.splice(0).length).toBe(9);
  await wait();
  expect(waits[0]).toBeGreaterThan(500);
  await greet();
  await env.advance(10_000);
  server.cut();
  await wait();
  expect(waits[1]).toBeLessThanOrEqual(500);
});

test('rule 6: goaway and Retry-After win; visible tries now, online within 0.5 s, together once', async () => {
  const { client, server, env, greet } = talk();
  client.connect();
  await greet();
  server.heard();
  server.cut(7_000);
  expect(client.connection.value.retryAt).toBe(env.now() + 7_000);
  await env.live('online');
  expect((client.connection.value.retryAt ?? 0) - env.now()).toBe(7_000);
  await env.live('visible');
  await env.live('visible');
  await env.advance(600);
  expect(server.heard()).toEqual(['close', 'open']);
  await greet();
  server.send({ t: 'goaway', windowMs: 60_000 });
  await env.advance(100);
  expect(client.connection.value.state).toBe('online');
  server.cut();
  const { retryAt = 0 } = client.connection.value;
  expect(retryAt - env.now()).toBeGreaterThan(500);
  expect(retryAt - env.now()).toBeLessThan(60_000);
});

test('rule 6: a client that was never asked to connect does not connect on visible', async () => {
  const { server, env } = talk();
  await env.live('visible');
  await env.live('online');
  await env.advance(60_000);
  expect(server.heard()).toEqual([]);
});

test('rule 7: fatal stops and says why', async () => {
  const { client, server, env } = talk();
  client.connect();
  await env.settle();
  server.accept();
  await env.settle();
  server.send({ t: 'nack', class: 'fatal', code: 'version', nonce: server.nonce() });
  await env.advance(600_000);
  expect(server.heard()).toEqual(['open', 'hello', 'close']);
  expect(client.connection.value).toMatchObject({ state: 'stopped', problem: 'version' });
});

test('rule 9: connect 10 s, hello 6 s', async () => {
  const { client, env, told, server } = talk();
  client.connect();
  await env.advance(10_000);
  expect(told).toEqual(['connecting', 'offline connect-timeout']);
  await env.advance(500);
  server.accept();
  await env.advance(6_000);
  expect(told.slice(-1)).toEqual(['offline hello-timeout']);
});

test('rule 9: work that does not move for 30 s restarts the link once, then is called degraded', async () => {
  const { client, server, env, greet, say, told } = talk();
  client.connect();
  await greet(null);
  await say('hi');
  server.welcome();
  await env.settle();
  const breathe = async (ms: number) => {
    for (let spent = 0; spent < ms; spent += 10_000) {
      await env.advance(Math.min(10_000, ms - spent));
      server.send({ t: 'ping', heads: {} });
    }
  };
  await breathe(30_000);
  expect(told.at(-1)).toBe('offline stalled');
  await env.advance(1_000);
  await greet();
  await breathe(30_000);
  expect(told.at(-1)).toBe('degraded');
  server.ack(server.op('hi'), 1);
  await env.settle();
  expect(told.at(-1)).toBe('online');
});

test('what cannot be read is ignored and logged without its content', async () => {
  const { client, server, greet, env } = talk();
  client.connect();
  await greet();
  server.sendText('{');
  server.sendText('{"t":"news","secret":"x"}');
  server.sendText('{"t":"ack","id":3}');
  server.sendText(JSON.stringify({ t: 'signal', name: 'wave', body: {} }));
  await env.settle();
  expect(client.connection.value.state).toBe('online');
  expect(env.lines).toEqual(['frame-unreadable {}', 'frame-unreadable {}']);
});
