import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';
import { CONVERSATION, refusal, SECRET, shopper } from './spoken-line.ts';

const SHOP_SECRET = 'a-secret-of-the-shop-that-is-long-enough';

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
