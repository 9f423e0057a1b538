import { fakeEnv } from '@xiaoer/core/testing';
import { eventStreamTransport, type Link, longPollTransport, type ResponseLike } from '@xiaoer/core/transports';
import { expect, test } from 'vitest';
import { httpNet, settle } from './http-net.ts';

const STREAM = { 'Content-Type': 'text/event-stream' };
const LINES = { 'Content-Type': 'application/x-ndjson' };

/** A link, what it told, and the requests that it made. */
function open(kind: 'stream' | 'poll') {
  const net = httpNet();
  const env = fakeEnv();
  const told: string[] = [];
  const transport =
    kind === 'stream'
      ? eventStreamTransport(() => 'http://inn/link', net.parts)
      : longPollTransport('http://inn/link', net.parts, env);
  const link: Link = transport.open({
    onopen: () => void told.push('open'),
    onframe: (frame) => void told.push(frame),
    onclose: (reason, ms) => void told.push(`close ${reason}${ms === undefined ? '' : ` ${ms}`}`),
  });
  const at = (n: number) => {
    const request = net.asked[n];
    if (!request) throw new Error(`request ${n} was never made`);
    return request;
  };
  return { ...net, env, told, link, at };
}

/** An event stream that is open as link `L`. */
async function stream() {
  const world = open('stream');
  await settle();
  world.at(0).answer(200, STREAM);
  world.at(0).piece('event: open\ndata: {"link":"L"}\n\n');
  await settle();
  return world;
}

/** A long poll that is open as link `L` and has asked for the first frame. */
async function poll() {
  const world = open('poll');
  await settle();
  world.at(0).answer(200, LINES, '{"link":"L"}\n');
  await settle();
  return world;
}

test('regression: a stream that is cut between `id:` and the blank line ends the link without that frame', async () => {
  for (const how of [undefined, 'cut'] as const) {
    const { at, told } = await stream();
    at(0).piece('id: 1\ndata: {"n":1}\n\nid: 2\ndata: {"n":2}\n');
    await settle();
    at(0).end(how);
    await settle();
    expect(told).toEqual(['open', '{"n":1}', how ? 'close network' : 'close ended']);
  }
});

test('a frame that is missing or comes twice ends the link', async () => {
  const missing = await stream();
  missing.at(0).piece('id: 1\ndata: a\n\nid: 3\ndata: c\n\n');
  const twice = await stream();
  twice.at(0).piece('id: 1\ndata: a\n\nid: 1\ndata: a\n\nid: 2\ndata: b\n\n');
  await settle();
  expect(missing.told).toEqual(['open', 'a', 'close frame 3 came where 2 was due']);
  expect(twice.told).toEqual(['open', 'a', 'close frame 1 came where 2 was due']);
  expect(missing.at(0).aborted).toBe(true);
});

test('one batch is in flight; what is sent meanwhile goes with the next, in order', async () => {
  const { at, asked, link } = await stream();
  link.send('{"n":1}');
  link.send('{"n":2}');
  await settle();
  for (let n = 3; n <= 40; n++) link.send(`{\n"n":${n}\r\n}`);
  await settle();
  expect(asked.length).toBe(2);
  expect(at(1)).toMatchObject({ address: 'http://inn/link/send', body: '{"link":"L","n":1}\n{"n":1}\n{"n":2}' });
  at(1).answer(204);
  await settle();
  at(2).answer(204);
  await settle();
  const numbers = asked.slice(2).map(({ body }) => body.split('\n'));
  expect(numbers.map((lines) => lines[0])).toEqual(['{"link":"L","n":2}', '{"link":"L","n":3}']);
  expect(numbers.map((lines) => lines.length - 1)).toEqual([32, 6]);
  expect(numbers.flatMap((lines) => lines.slice(1).map((line) => JSON.parse(line).n))).toEqual(
    Array.from({ length: 38 }, (_, n) => n + 3),
  );
});

test('a batch has at most 64 KiB, unless one frame alone is larger', async () => {
  const { at, asked, link } = await stream();
  for (const size of [30_000, 30_000, 30_000, 70_000, 10]) link.send(`"${'x'.repeat(size)}"`);
  const sizes: number[][] = [];
  for (let n = 1; n <= 4; n++) {
    await settle();
    sizes.push(
      at(n)
        .body.split('\n')
        .slice(1)
        .map((line) => line.length - 2),
    );
    at(n).answer(204);
  }
  await settle();
  expect(sizes).toEqual([[30_000, 30_000], [30_000], [70_000], [10]]);
  expect(asked.length).toBe(5);
});

test('a batch whose answer is lost ends the link: it may have been taken, and is not sent again', async () => {
  const { at, asked, told, link } = await stream();
  link.send('{"n":1}');
  await settle();
  link.send('{"n":2}');
  at(1).fail();
  await settle();
  link.send('{"n":3}');
  await settle();
  expect(told).toEqual(['open', 'close network']);
  expect(asked.length).toBe(2);
});

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const refusals: readonly (readonly [
  string,
  number,
  Readonly<Record<string, string>>,
  Partial<ResponseLike> | undefined,
  string,
])[] = [
  ['captive portal HTML', 200, HTML, undefined, 'not our server: 200 text/html'],
  ['an answer without a type', 200, {}, undefined, 'not our server: 200 without a type'],
  ['a redirect that was followed', 200, STREAM, { redirected: true }, 'redirected'],
  ['a redirect', 302, { Location: 'http://portal/' }, undefined, 'redirected'],
  ['a redirect, as browsers show it', 0, {}, { type: 'opaqueredirect' }, 'redirected'],
  ['403', 403, HTML, undefined, 'http 403'],
  ['404', 404, {}, undefined, 'http 404'],
  ['407', 407, HTML, undefined, 'http 407'],
  ['429', 429, { 'Retry-After': '7' }, undefined, 'http 429 7000'],
  ['500', 500, HTML, undefined, 'http 500'],
  ['502', 502, HTML, undefined, 'http 502'],
  ['503', 503, { 'Retry-After': ' 120 ' }, undefined, 'http 503 120000'],
  [
    '503 until a date, by the answer’s own clock',
    503,
    { 'Retry-After': 'Wed, 21 Oct 2015 07:28:30 GMT', Date: 'Wed, 21 Oct 2015 07:28:00 GMT' },
    undefined,
    'http 503 30000',
  ],
  ['503 until a date, without a clock', 503, { 'Retry-After': 'Wed, 21 Oct 2015 07:28:30 GMT' }, undefined, 'http 503'],
  ['503 until next year', 503, { 'Retry-After': '31536000' }, undefined, 'http 503 3600000'],
  ['503 until nonsense', 503, { 'Retry-After': 'soon' }, undefined, 'http 503'],
];

for (const [name, status, headers, more, told] of refusals)
  test(`regression: ${name} is no link, wherever it comes`, async () => {
    for (const kind of ['stream', 'poll'] as const) {
      const world = open(kind);
      await settle();
      world.at(0).answer(status, headers, '<html>data: {"t":"welcome"}', more);
      await settle();
      // The type of a redirect that was followed is not what counts.
      expect(world.told).toEqual([`close ${told}`]);
      expect(world.at(0).aborted).toBe(true);
      expect(world.asked.length).toBe(1);
    }
    const posted = await stream();
    posted.link.send('{"n":1}');
    await settle();
    posted.at(1).answer(status, headers, '<html>', more);
    await settle();
    expect(posted.told).toEqual(['open', `close ${told}`]);
    expect(posted.at(0).aborted).toBe(true);
  });

test('a batch that is answered with a page, not with 204, has not been taken', async () => {
  const { at, told, link } = await stream();
  link.send('{"n":1}');
  await settle();
  at(1).answer(200, HTML, '<html>');
  await settle();
  expect(told).toEqual(['open', 'close not our server: 200 text/html']);
});

test('regression: a stream that an idle proxy ends in good order is a lost link', async () => {
  const { at, told } = await stream();
  at(0).end();
  await settle();
  expect(told).toEqual(['open', 'close ended']);
});

test('the server’s reason comes through', async () => {
  const streamed = await stream();
  streamed.at(0).piece('event: close\ndata: {"code":1008,"reason":"no hello"}\n\n');
  const polled = await poll();
  polled.at(1).answer(200, LINES, '{"link":"L","after":0,"frames":1,"close":1001,"reason":"stops"}\n{"last":1}\n');
  await settle();
  expect(streamed.told).toEqual(['open', 'close closed 1008']);
  expect(polled.told).toEqual(['open', '{"last":1}', 'close closed 1001']);
});

test('close() aborts everything at once, in whatever state', async () => {
  const early = open('stream');
  early.link.close();
  await settle();
  expect(early.asked.length).toBe(0);
  const streamed = await stream();
  streamed.link.send('{"n":1}');
  await settle();
  streamed.link.close();
  const polled = await poll();
  polled.link.close();
  const pausing = await poll();
  pausing.at(1).answer(200, LINES, '{"link":"L","after":0,"frames":0}\n');
  await settle();
  expect(pausing.env.timers()).toBe(1);
  pausing.link.close();
  await settle();
  for (const { asked, told, env } of [streamed, polled, pausing]) {
    expect(asked.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(told).toEqual(['open']);
    expect(env.timers()).toBe(0);
  }
});

test('long poll: each question names the last frame, and an answer to another one ends the link', async () => {
  const { at, told } = await poll();
  expect(at(1).body).toBe('{"link":"L","after":0}');
  at(1).answer(200, LINES, '{"link":"L","after":0,"frames":2}\n{"n":1}\n{"n":2}\n');
  await settle();
  expect(at(2).body).toBe('{"link":"L","after":2}');
  at(2).answer(200, LINES, '{"link":"L","after":0,"frames":2}\n{"n":1}\n{"n":2}\n');
  await settle();
  expect(told).toEqual(['open', '{"n":1}', '{"n":2}', 'close another answer than was asked for']);
});

test('long poll: an answer that was cut at a line is known by its count', async () => {
  const { at, told } = await poll();
  at(1).answer(200, LINES, '{"link":"L","after":0,"frames":2}\n{"n":1}\n');
  await settle();
  expect(told).toEqual(['open', 'close another answer than was asked for']);
});

test('long poll: empty answers that come at once do not make a storm', async () => {
  const { at, asked, env } = await poll();
  at(1).answer(200, LINES, '{"link":"L","after":0,"frames":0}\n');
  await settle();
  expect(asked.length).toBe(2);
  await env.advance(1_000);
  await settle();
  expect(asked.length).toBe(3);
  await env.advance(20_000);
  at(2).answer(200, LINES, '{"link":"L","after":0,"frames":0}\n');
  await settle();
  expect(asked.length).toBe(4);
});
