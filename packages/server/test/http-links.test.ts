import { type Client, createClient } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import { BATCH, LIMITS } from '@xiaoer/core/protocol';
import { eventStreamTransport, longPollTransport, type Transport } from '@xiaoer/core/transports';
import { expect, onTestFinished, test, vi } from 'vitest';
import { batch, CONVERSATION, openPoll, openStream, poll, post, SECRET, send } from './http-lines.ts';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

async function clientOf(transport: Transport, token: string): Promise<Client> {
  const client = createClient({ shop: 'inn', transport, env: nodeEnv() });
  onTestFinished(() => client.destroy());
  client.connect();
  await client.identify(async () => token);
  return client;
}

const texts = (client: Client) =>
  client.messages.value.map(({ content }) => ('text' in content.body ? content.body.text : '')).slice(0, 3);

test('an event stream and a long poll of one shopper talk in one conversation', async () => {
  const inn = await openInn();
  const { token } = JSON.parse(
    (await ask(inn, '/demo/sign-in', { method: 'POST', headers: { origin: ownOrigin(inn) } })).text,
  );
  const base = `${inn.address}/link`;
  const phone = await clientOf(eventStreamTransport(base, globalThis), token);
  const laptop = await clientOf(longPollTransport(base, globalThis, nodeEnv()), token);
  await phone.send('text', { text: '运费怎么算？' });
  await vi.waitFor(() => expect(texts(laptop).length).toBe(2), 4_000);
  await laptop.send('text', { text: '谢谢' });
  await vi.waitFor(
    () => expect(texts(phone).slice(0, 3)).toEqual(['运费怎么算？', expect.stringContaining('88'), '谢谢']),
    4_000,
  );
  await vi.waitFor(() => expect(texts(laptop)).toEqual(texts(phone)), 4_000);
  expect(phone.connection.value.state).toBe('online');
});

test('what an answer with frames says to those on the way', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const { head } = await openStream(inn, { Origin: 'https://shop.example', 'Accept-Encoding': 'gzip, br' });
  const fields = new Map(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.toLowerCase().split(': ', 2) as [string, string]),
  );
  expect(fields.get('content-type')).toBe('text/event-stream');
  expect(fields.get('cache-control')).toBe('no-store, no-transform');
  expect(fields.get('x-accel-buffering')).toBe('no');
  expect(fields.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(fields.get('vary')).toBe('origin');
  expect(fields.has('content-encoding')).toBe(false);
  const polled = await post(inn, '/link/poll', '', { 'accept-encoding': 'gzip' });
  expect(polled.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' });
  expect(polled.headers).not.toHaveProperty('access-control-allow-origin');
});

test('origins and agents: the rules of the sockets', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const cookie = await agentCookie(inn);
  const own = ownOrigin(inn);
  const tried: string[] = [];
  for (const [path, origin, given] of [
    ['/link/stream', own, ''],
    ['/link/stream', 'https://shop.example', ''],
    ['/link/stream', undefined, ''],
    ['/link/stream', 'https://evil.example', ''],
    ['/link/stream', 'null', ''],
    ['/desk/link/stream', own, cookie],
    ['/desk/link/stream', own, ''],
    ['/desk/link/stream', own, `xiaoer_agent=${SECRET}`],
    ['/desk/link/stream', undefined, cookie],
    ['/desk/link/stream', 'https://shop.example', cookie],
  ] as const) {
    const headers: Record<string, string> = {
      ...(origin ? { Origin: origin } : {}),
      ...(given ? { Cookie: given } : {}),
    };
    const status = await openStream(inn, headers, path).then(
      () => 'open',
      (error: Error) => error.message,
    );
    const polled = await post(inn, path.replace('stream', 'poll'), '', headers);
    expect(`${polled.status}`.replace('200', 'open')).toBe(status);
    tried.push(`${path} ${origin === own ? 'own' : origin} ${given ? 'cookie' : '-'}: ${status}`);
  }
  expect(tried).toEqual([
    '/link/stream own -: open',
    '/link/stream https://shop.example -: open',
    '/link/stream undefined -: open',
    '/link/stream https://evil.example -: 403',
    '/link/stream null -: 403',
    '/desk/link/stream own cookie: open',
    '/desk/link/stream own -: 401',
    '/desk/link/stream own cookie: 401',
    '/desk/link/stream undefined cookie: 403',
    '/desk/link/stream https://shop.example cookie: 403',
  ]);
  expect((await ask(inn, '/link/stream')).status).toBe(405);
});

test('a link is its owner’s: from another origin, without the cookie or with another’s it is not there', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const [tang, lin] = [await agentCookie(inn, 'Tang'), await agentCookie(inn, 'Lin')];
  const origin = ownOrigin(inn);
  const agents = await openStream(inn, { Origin: origin, Cookie: tang }, '/desk/link/stream');
  const shoppers = await openStream(inn, { Origin: 'https://shop.example' });
  const polled = await openPoll(inn, { origin: 'https://shop.example' });
  const tried = [
    await post(inn, '/desk/link/send', batch(agents.id, 1, hello()), { origin, cookie: lin }),
    await send(inn, batch(agents.id, 1, hello()), { origin }),
    await send(inn, batch(agents.id, 1, hello()), { origin, cookie: tang }),
    await send(inn, batch(shoppers.id, 1, hello()), { origin }),
    await send(inn, batch(shoppers.id, 1, hello())),
    await post(inn, '/desk/link/send', batch(shoppers.id, 1, hello()), { origin, cookie: tang }),
    await poll(inn, polled, 0, { origin }),
    await poll(inn, shoppers.id, 0, { origin: 'https://shop.example' }),
    await send(inn, batch('x'.repeat(43), 1, hello()), { origin: 'https://shop.example' }),
  ];
  expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404));
  expect(new Set(tried.map(({ text }) => text)).size).toBe(1);
  expect((await post(inn, '/desk/link/send', batch(agents.id, 1, hello()), { origin })).status).toBe(401);
  // None of it harmed the links.
  expect((await post(inn, '/desk/link/send', batch(agents.id, 1, hello()), { origin, cookie: tang })).status).toBe(204);
  expect((await send(inn, batch(shoppers.id, 1, hello()), { origin: 'https://shop.example' })).status).toBe(204);
  await agents.until('"name":"Tang"');
  await shoppers.until('"t":"welcome"');
});

test('a batch is taken once: a repeat is answered, a hole ends the link', async () => {
  const inn = await openInn();
  const stream = await openStream(inn);
  const first = batch(stream.id, 1, hello({ secret: SECRET }), append(CONVERSATION, 'a1', '运费怎么算？'));
  expect([(await send(inn, first)).status, (await send(inn, first)).status]).toEqual([204, 204]);
  const text = await stream.until('"t":"ack"');
  expect(text.match(/"t":"welcome"/g)?.length).toBe(1);
  expect(text).toContain('id: 1\ndata: {"t":"welcome"');
  const hole = await send(inn, batch(stream.id, 3, append(CONVERSATION, 'a2', 'late')));
  expect([hole.status, hole.text]).toEqual([409, 'A batch is missing, so the link has ended. Open another.']);
  expect(await stream.until('event: close')).toContain('data: {"code":4001,"reason":"a batch is missing"}');
  expect((await send(inn, batch(stream.id, 2))).status).toBe(404);
});

test('a batch after the stream has ended is refused with clear words', async () => {
  const inn = await openInn();
  const stream = await openStream(inn);
  expect((await send(inn, batch(stream.id, 1, hello()))).status).toBe(204);
  stream.socket.destroy();
  await vi.waitFor(async () => {
    const late = await send(inn, batch(stream.id, 1, hello()));
    expect([late.status, late.text]).toEqual([404, 'There is no such link here; it may have ended. Open another.']);
  });
});

test('what is too large, too many, malformed or not text', async () => {
  const inn = await openInn();
  const tried: string[] = [];
  const attempt = async (name: string, body: (id: string) => string | Uint8Array, n = 0) => {
    const stream = await openStream(inn);
    const { status } = await send(inn, body(stream.id) as string);
    const code = n === 0 ? 'open' : (/"code":(\d+)/.exec(await stream.until('event: close'))?.[1] ?? '');
    tried.push(`${name}: ${status} ${code}`);
    stream.socket.destroy();
  };
  await attempt('as large as may be', (id) => batch(id, 1, hello({ padding: 'x'.repeat(LIMITS.frameBytes - 400) })));
  await attempt('a frame too large', (id) => batch(id, 1, `"${'x'.repeat(LIMITS.frameBytes)}"`), 1);
  await attempt('a batch too large', (id) => batch(id, 1, 'x'.repeat(BATCH.bytes + 2_000)), 1);
  await attempt('far too large', (id) => batch(id, 1, 'x'.repeat(3_000_000)), 1);
  await attempt('too many frames', (id) => batch(id, 1, ...Array.from({ length: BATCH.frames + 1 }, () => '{}')), 1);
  await attempt('not UTF-8', (id) => Buffer.concat([Buffer.from(`${batch(id, 1)}\n`), Buffer.from([0xff, 0xfe])]), 1);
  await attempt('no head', () => 'hello');
  await attempt('a head of something else', () => '[1]\n{}');
  await attempt('nothing', () => '');
  await attempt('a frame that is none', (id) => batch(id, 1, 'hello'));
  expect(tried).toEqual([
    'as large as may be: 204 open',
    'a frame too large: 413 1009',
    'a batch too large: 413 1009',
    'far too large: 413 1009',
    'too many frames: 413 1009',
    'not UTF-8: 400 1007',
    'no head: 400 open',
    'a head of something else: 400 open',
    'nothing: 400 open',
    'a frame that is none: 204 open',
  ]);
});

test('long poll: frames are kept until the next question confirms them, and its place is held', async () => {
  const inn = await openInn();
  const id = await openPoll(inn);
  await send(inn, batch(id, 1, hello({ secret: SECRET }), append(CONVERSATION, 'a1', '运费怎么算？')));
  const first = await poll(inn, id, 0);
  const again = await poll(inn, id, 0);
  const count = JSON.parse(first.text.split('\n', 1)[0] ?? '').frames;
  expect(count).toBeGreaterThan(0);
  expect(again.text.split('\n').slice(1, 1 + count)).toEqual(first.text.split('\n').slice(1, 1 + count));
  const ahead = await poll(inn, id, 999);
  expect([ahead.status, (await send(inn, batch(id, 2, hello()))).status]).toEqual([409, 404]);
});

test('long poll: the newest question counts, and the last words of a link are kept until they are taken', async () => {
  const inn = await openInn();
  const id = await openPoll(inn);
  const older = poll(inn, id, 0).then(
    () => 'answered',
    () => 'cut',
  );
  const newer = poll(inn, id, 0);
  expect(await older).toBe('cut');
  await send(inn, batch(id, 1, hello()));
  expect((await newer).text).toContain('"t":"welcome"');
  expect((await send(inn, batch(id, 2, { t: 'bye', cursors: [] }))).status).toBe(204);
  const last = await poll(inn, id, 1);
  expect(last.text).toBe(`${JSON.stringify({ link: id, after: 1, frames: 0, close: 1000, reason: 'bye' })}\n`);
  expect((await poll(inn, id, 1)).status).toBe(404);
});

test('the places are those of the sockets: of the house and of an address', async () => {
  const full = await openInn({ mostLinks: 2 });
  await dial(full, '/ws');
  const stream = await openStream(full);
  const refused = await post(full, '/link/poll', '');
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '10']);
  await expect(dial(full, '/ws')).rejects.toThrow('503');
  stream.socket.destroy();
  await vi.waitFor(() => openPoll(full));

  const strict = await openInn({ connect: { perMinute: 0.001, burst: 3, pending: 2 } });
  await openPoll(strict);
  const other = await openStream(strict);
  const many = await post(strict, '/link/stream', '');
  expect([many.status, many.headers['retry-after'], many.text]).toEqual([
    429,
    '10',
    'Too many connections from this address.',
  ]);
  other.socket.destroy();
  await vi.waitFor(() => dial(strict, '/ws'));
});

test('server rule 6: draining tells streams and polls to come back, and ends them', async () => {
  const inn = await openInn();
  const stream = await openStream(inn);
  await send(inn, batch(stream.id, 1, hello()));
  const id = await openPoll(inn);
  await send(inn, batch(id, 1, hello()));
  await poll(inn, id, 0);
  const asked = poll(inn, id, 1);
  await stream.until('welcome');
  // Until the question has arrived: a server that closes takes no further connection.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await inn.close(700);
  const text = await stream.until('event: close');
  expect(text).toContain('data: {"t":"goaway","windowMs":700}');
  expect(text).toContain('data: {"code":1001');
  await stream.ended;
  expect((await asked).text).toContain('"t":"goaway"');
});
