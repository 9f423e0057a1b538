import { LIMITS } from '@xiaoer/core/protocol';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, type Line, openInn, ownOrigin } from './inn.ts';

const SECRET = 's'.repeat(43);
const CONVERSATION = 'c'.repeat(22);
const SHOP_SECRET = 'a-secret-of-the-shop-that-is-long-enough';

/** The next refusal: class and code, and what it answers. */
const refusal = async (line: Line): Promise<string> => {
  const { class: kind, code, id, nonce } = await line.next('nack');
  return `${kind} ${code} ${id ?? nonce ?? '-'}`;
};

/** A shopper who is welcome and has said a word. */
async function shopper(inn: Parameters<typeof dial>[0], secret = SECRET, conversation = CONVERSATION): Promise<Line> {
  const line = await dial(inn, '/ws');
  line.send(hello({ secret }));
  await line.next('welcome');
  line.send(append(conversation, 'first', '运费怎么算'));
  await line.next('ack');
  return line;
}

test('malformed frames are refused, each with what it answers, and the link goes on', async () => {
  const line = await shopper(await openInn());
  const answers: string[] = [];
  for (const frame of [
    'hello?',
    '',
    '[]',
    'null',
    '{"no":"type"}',
    '{"t":7}',
    { t: 'append', id: 'a1' },
    append('short', 'a2', 'x'),
    append(CONVERSATION, 'a3', 'x', { kind: 'No Kind' }),
    append(CONVERSATION, 'a4', 'x', { body: 'x' }),
    append(CONVERSATION, 'a5', ''),
    append(CONVERSATION, 'a6', 'x'.repeat(LIMITS.textChars + 1)),
    append(CONVERSATION, 'a7', '', {
      kind: 'image',
      body: { url: 'javascript:alert(1)', bytes: 1, type: 'image/png' },
    }),
  ]) {
    line.send(frame);
    answers.push(await refusal(line));
  }
  expect(answers).toEqual(
    [
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame a1',
      'rejected invalid-frame -',
      'rejected invalid-frame a3',
      'rejected invalid-frame a4',
    ]
      .map((answer, n) => (n === 7 ? 'rejected invalid-frame a2' : answer))
      .concat(['rejected invalid-body a5', 'rejected invalid-body a6', 'rejected invalid-body a7']),
  );
  line.send(append(CONVERSATION, 'b1', 'still here'));
  expect(await line.next('ack')).toMatchObject({ id: 'b1' });
});

test('more than ten refused frames within a minute end the link with 1008', async () => {
  const line = await dial(await openInn(), '/ws');
  for (let n = 0; n < 11; n++) line.send('?');
  expect(await line.closed).toBe(1008);
});

test('text that is not UTF-8 ends the link with 1007, a binary frame with 1003', async () => {
  const inn = await openInn();
  const [broken, binary] = [await dial(inn, '/ws'), await dial(inn, '/ws')];
  broken.sendBytes(new Uint8Array([0xff, 0xfe]), false);
  binary.sendBytes(new TextEncoder().encode(JSON.stringify(hello())), true);
  expect([await broken.closed, await binary.closed]).toEqual([1007, 1003]);
});

test('unknown frames, signals and fields are ignored; an unknown kind is kept as it is', async () => {
  const line = await shopper(await openInn());
  line.send({ t: 'teleport' });
  line.send({ t: 'signal', name: 'smell', body: {} });
  line.send({ t: 'signal', name: 'inbox', body: { rows: [], gone: [] } });
  line.send(append(CONVERSATION, 'a1', '', { kind: 'dance', body: { steps: 2 }, mood: 'good' }));
  expect(await line.next((frame) => frame.t === 'ack' || frame.t === 'nack')).toMatchObject({ t: 'ack', id: 'a1' });
  expect(await line.next((frame) => frame.t === 'events' && JSON.stringify(frame).includes('"dance"'))).toMatchObject({
    events: [{ kind: 'dance', body: { steps: 2 } }],
  });
});

test('a body over its limit is refused and the link goes on; a frame over its limit ends it with 1009', async () => {
  const line = await shopper(await openInn());
  const fill = (bytes: number) => ({ kind: 'dance', body: { note: '字'.repeat(bytes / 3) } });
  line.send(append(CONVERSATION, 'a1', '', fill(LIMITS.bodyBytes)));
  expect(await refusal(line)).toBe('rejected too-large a1');
  line.send(append(CONVERSATION, 'a2', 'still here'));
  expect(await line.next('ack')).toMatchObject({ id: 'a2' });
  line.send(append(CONVERSATION, 'a3', '', fill(LIMITS.frameBytes)));
  expect(await line.closed).toBe(1009);
});

test('frames out of order: an op without the one before it, before hello, in a second conversation', async () => {
  const inn = await openInn();
  const early = await dial(inn, '/ws');
  early.send(append(CONVERSATION, 'a1', 'before hello'));
  expect(await refusal(early)).toBe('reauth unauthenticated a1');
  early.send(hello());
  await early.next('welcome');
  early.send(append(CONVERSATION, 'a2', 'without a secret'));
  expect(await refusal(early)).toBe('reauth unauthenticated a2');

  const line = await shopper(inn);
  line.send(append(CONVERSATION, 'b2', 'second', { after: 'b1' }));
  expect(await refusal(line)).toBe('retry out-of-order b2');
  line.send(append('d'.repeat(22), 'b3', 'elsewhere'));
  expect(await line.next('nack')).toMatchObject({ class: 'retry', code: 'use', id: 'b3', use: CONVERSATION });
  line.send({ t: 'pull', conversation: CONVERSATION, nonce: 'p1', before: 0, limit: 9 });
  expect(await refusal(line)).toBe('rejected invalid-frame p1');
  // What was refused left no trace: the same ops, in order, are taken.
  line.send(append(CONVERSATION, 'b1', 'first'));
  line.send(append(CONVERSATION, 'b2', 'second', { after: 'b1' }));
  expect([(await line.next('ack'))['id'], (await line.next('ack'))['id']]).toEqual(['b1', 'b2']);
});

test('a hello of another version, for another shop, or with fields that do not fit', async () => {
  const line = await dial(await openInn(), '/ws');
  const answers: string[] = [];
  for (const more of [
    { nonce: 'n1', v: 2 },
    { nonce: 'n2', shop: 'elsewhere' },
    { nonce: 'n3', secret: 'short' },
    { nonce: 'n4', secret: '!'.repeat(43) },
    { nonce: 'n5', cursors: [{ conversation: CONVERSATION, epoch: 'e', seq: -1 }] },
    { nonce: 'n6', shop: '<b>' },
  ]) {
    line.send(hello(more));
    answers.push(await refusal(line));
  }
  expect(answers).toEqual([
    'fatal version n1',
    'fatal shop-unknown n2',
    'rejected invalid-frame n3',
    'reauth token-invalid n4',
    'rejected invalid-frame n5',
    'rejected invalid-frame n6',
  ]);
  line.send(hello({ nonce: 'n7' }));
  expect(await line.next('welcome')).toMatchObject({ nonce: 'n7' });
});

test('wrong, expired and foreign tokens are refused over the link, in hello and in auth', async () => {
  const inn = await openInn({ shopSecret: SHOP_SECRET });
  const now = Math.floor(Date.now() / 1000);
  const sign = (claims: object, secret = SHOP_SECRET) =>
    new SignJWT({ sub: 'mei', aud: 'inn', iat: now, exp: now + 600, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret));
  const line = await dial(inn, '/ws');
  const answers: string[] = [];
  for (const [nonce, token] of [
    ['wrong', await sign({}, 'another-secret-that-is-long-enough-too')],
    ['expired', await sign({ iat: now - 900, exp: now - 60 })],
    ['foreign', await sign({ aud: 'elsewhere' })],
    ['none', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    ['nonsense', 'x.y.z'],
  ] as const) {
    line.send(hello({ nonce, token }));
    answers.push(await refusal(line));
  }
  expect(answers).toEqual([
    'reauth token-invalid wrong',
    'reauth token-expired expired',
    'reauth token-invalid foreign',
    'reauth token-invalid none',
    'reauth token-invalid nonsense',
  ]);
  line.send(hello({ nonce: 'good', token: await sign({ name: '<b>Mei</b>' }) }));
  expect(await line.next('welcome')).toMatchObject({
    nonce: 'good',
    principal: { id: 'user:mei', name: '<b>Mei</b>' },
  });
  line.send(hello({ nonce: 'turned', token: await sign({ name: '\u202EieM\u2069\u0000 ' }) }));
  expect(await line.next('welcome')).toMatchObject({ nonce: 'turned', principal: { id: 'user:mei', name: 'ieM' } });
  line.send({ t: 'auth', token: await sign({ sub: 'lin' }) });
  expect(await refusal(line)).toBe('reauth token-invalid -');
  line.send(append(CONVERSATION, 'a1', 'still Mei'));
  expect(await line.next('events')).toMatchObject({ events: [{ from: { id: 'user:mei' } }] });
});

test('a shopper who names another’s conversation in any frame gets a refusal, and its owner notices nothing', async () => {
  const inn = await openInn();
  const mine = await shopper(inn);
  const other = await shopper(inn, 't'.repeat(43), 'd'.repeat(22));
  const before = inn.store.epoch;
  other.send(
    hello({
      nonce: 'n2',
      secret: 't'.repeat(43),
      cursors: [{ conversation: CONVERSATION, epoch: before, seq: 0 }],
    }),
  );
  expect(await other.next('welcome')).toMatchObject({ conversations: [{ conversation: 'd'.repeat(22) }] });
  const answers: string[] = [];
  for (const frame of [
    append(CONVERSATION, 'a1', 'let me in'),
    append(CONVERSATION, 'a2', '', { kind: 'handoff', body: { state: 'requested' } }),
    append(CONVERSATION, 'a3', '', { kind: 'retracted', body: { target: 1 } }),
    append(CONVERSATION, 'a4', '', { kind: 'read', body: { upTo: 1 } }),
    { t: 'pull', conversation: CONVERSATION, nonce: 'p1', before: 9, limit: 9 },
  ]) {
    other.send(frame);
    answers.push(await refusal(other));
  }
  other.send({ t: 'watch', conversation: CONVERSATION, on: true });
  answers.push(await refusal(other));
  expect(answers).toEqual([
    'rejected forbidden a1',
    'rejected forbidden a2',
    'rejected forbidden a3',
    'rejected forbidden a4',
    'rejected forbidden p1',
    'rejected forbidden -',
  ]);
  // Signals have no answer: what comes to the owner next is the owner's own.
  other.send({ t: 'signal', name: 'typing', conversation: CONVERSATION, body: { on: true } });
  other.send(append('d'.repeat(22), 'z1', 'my own'));
  await other.next('ack');
  mine.send(append(CONVERSATION, 'b1', 'mine'));
  expect(
    await mine.next(
      (frame) =>
        (frame.t === 'signal' &&
          frame['name'] === 'typing' &&
          frame['from'] !== undefined &&
          (frame['from'] as { role: string }).role === 'shopper') ||
        (frame.t === 'ack' && frame['id'] === 'b1'),
    ),
  ).toMatchObject({ t: 'ack' });
});

test('what is beyond the log can be neither read, answered, quoted nor taken back', async () => {
  const inn = await openInn();
  const line = await shopper(inn);
  const answers: string[] = [];
  for (const [id, kind, body] of [
    ['a1', 'read', { upTo: 999 }],
    ['a2', 'text', { text: 'x', quote: 999 }],
    ['a3', 'text', { text: 'x', reply: { to: 999, value: 'x' } }],
    ['a4', 'form', { to: 999, answers: { contact: 'x' } }],
    ['a5', 'retracted', { target: 999 }],
    ['a6', 'read', { upTo: 1 }],
    ['a7', 'text', { text: 'x', quote: 1, reply: { to: 1 } }],
    ['a8', 'form', { to: 1, answers: { contact: 'x' } }],
    ['a9', 'retracted', { target: 1 }],
  ] as const) {
    line.send(append(CONVERSATION, id, '', { kind, body }));
    const { t, class: given, code } = await line.next((frame) => frame.t === 'ack' || frame.t === 'nack');
    answers.push([id, t, given, code].filter(Boolean).join(' '));
  }
  expect(answers).toEqual([
    'a1 nack rejected invalid-body',
    'a2 nack rejected invalid-body',
    'a3 nack rejected invalid-body',
    'a4 nack rejected invalid-body',
    'a5 nack rejected not-found',
    'a6 ack',
    'a7 ack',
    'a8 ack',
    'a9 ack',
  ]);
});

test('what belongs to agents or to the house is refused to a shopper', async () => {
  const line = await shopper(await openInn());
  const answers: string[] = [];
  for (const [id, kind, body] of [
    ['a1', 'handoff', { state: 'joined', agent: { id: 'agent:1', name: 'Me' } }],
    ['a2', 'closed', {}],
    ['a3', 'note', { text: 'x' }],
    ['a4', 'notice', { text: 'x' }],
    ['a5', 'hidden', {}],
    ['a6', 'trace', { turn: 1, decision: 'x', confidence: 1, candidates: [] }],
    ['a7', 'orders', { items: [] }],
    ['a8', 'retracted', { target: 2 }],
    ['a9', 'retracted', { target: 999 }],
    ['a10', 'rating', { state: 'asked' }],
  ] as const) {
    line.send(append(CONVERSATION, id, '', { kind, body }));
    answers.push(await refusal(line));
  }
  expect(answers).toEqual([
    'rejected forbidden a1',
    'rejected forbidden a2',
    'rejected forbidden a3',
    'rejected forbidden a4',
    'rejected forbidden a5',
    'rejected forbidden a6',
    'rejected invalid-body a7',
    'rejected forbidden a8',
    'rejected not-found a9',
    'rejected forbidden a10',
  ]);
});

test('a shopper’s token and secret open no door of the desk, an agent’s cookie none of the shopper’s', async () => {
  const inn = await openInn({ shopSecret: SHOP_SECRET });
  const token = await new SignJWT({ sub: 'mei', aud: 'inn' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(SHOP_SECRET));
  const origin = ownOrigin(inn);
  const doors: string[] = [];
  for (const cookie of [`xiaoer_agent=${token}`, `xiaoer_agent=${SECRET}`, ''])
    for (const path of ['/desk/ws', `/desk/api/orders?conversation=${CONVERSATION}`])
      doors.push(
        String((await ask(inn, path, { headers: { origin, cookie, authorization: `Bearer ${token}` } })).status),
      );
  expect(doors).toEqual(Array.from({ length: 6 }, () => '401'));
  await expect(dial(inn, `/desk/ws?token=${token}`, { origin, cookie: `xiaoer_agent=${token}` })).rejects.toThrow(
    '401',
  );

  await shopper(inn);
  const cookie = await agentCookie(inn);
  const line = await dial(inn, '/ws', { cookie, origin });
  line.send(hello());
  expect(await line.next('welcome')).not.toHaveProperty('principal');
  line.send(append(CONVERSATION, 'a1', 'as the desk'));
  expect(await refusal(line)).toBe('reauth unauthenticated a1');
  line.send({ t: 'pull', conversation: CONVERSATION, nonce: 'p1', before: 9, limit: 9 });
  expect(await refusal(line)).toBe('rejected forbidden p1');
  line.send(hello({ nonce: 'n2', token: cookie.split('=')[1] }));
  expect(await refusal(line)).toBe('reauth token-invalid n2');
});
