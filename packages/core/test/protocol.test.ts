import {
  type ClientFrame,
  decodeClientFrame,
  decodeServerFrame,
  encode,
  GUARDS,
  isSafeUrl,
  type Kind,
  LIMITS,
  newId,
  randomText,
  readContent,
  type ServerFrame,
  utf8Bytes,
} from '@xiaoer/core/protocol';
import { eventOf, SHOPPER } from '@xiaoer/core/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenSubject } from '../src/identity/token-subject.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const text = fc.string({ minLength: 1, maxLength: 50 });
const event = fc
  .record({ seq: fc.integer({ min: 1, max: 1e9 }), text })
  .map(({ seq, text }) => eventOf(seq, SHOPPER, text));
const epoch = fc.string({ minLength: 1, maxLength: 64 });
const seeded = { seed: 7, numRuns: 150 };

const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({
    t: fc.constant('append' as const),
    conversation: id,
    id,
    kind: fc.constant('text'),
    body: fc.record({ text }),
  }),
  fc.record({
    t: fc.constant('pong' as const),
    cursors: fc.array(fc.record({ conversation: id, epoch, seq: fc.nat() })),
  }),
  fc.record({
    t: fc.constant('pull' as const),
    conversation: id,
    nonce: id,
    before: fc.integer({ min: 1 }),
    limit: fc.integer({ min: 1, max: 500 }),
  }),
  fc.record({
    t: fc.constant('signal' as const),
    name: fc.constant('typing' as const),
    body: fc.record({ on: fc.boolean() }),
  }),
);
const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    t: fc.constant('events' as const),
    conversation: id,
    epoch,
    events: fc.array(event),
    first: fc.integer({ min: 1 }),
  }),
  fc.record({ t: fc.constant('ack' as const), conversation: id, id, epoch, seq: fc.integer({ min: 1 }) }),
  fc.record({ t: fc.constant('ping' as const), heads: fc.dictionary(id, fc.nat(), { noNullPrototype: true }) }),
);

describe('decode', () => {
  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(typeof decodeClientFrame(text).ok).toBe('boolean');
          expect(() => decodeServerFrame(text)).not.toThrow();
        },
      ),
      seeded,
    );
  });
  test('gives back what was encoded', () => {
    fc.assert(
      fc.property(clientFrame, (frame) => {
        expect(decodeClientFrame(encode(frame))).toEqual({ ok: true, frame });
      }),
      seeded,
    );
    fc.assert(
      fc.property(serverFrame, (frame) => {
        expect(decodeServerFrame(encode(frame))).toEqual(frame);
      }),
      seeded,
    );
  });
  test('a frame with any one field broken is refused', () => {
    fc.assert(
      fc.property(clientFrame, fc.nat(), (frame, n) => {
        const keys = Object.keys(frame).filter((key) => key !== 't' && key !== 'name');
        const broken = { ...frame, [keys[n % keys.length] ?? '']: null };
        expect(decodeClientFrame(JSON.stringify(broken))).toMatchObject({ ok: false, ignore: false });
      }),
      seeded,
    );
  });
  test.each([
    ['{', false, 'the frame is not JSON'],
    ['[]', false, 'the frame is not an object with a string t'],
    ['{"t":4}', false, 'the frame is not an object with a string t'],
    ['{"t":"news"}', true, 'unknown frame type'],
    ['{"t":"constructor"}', true, 'unknown frame type'],
    ['{"t":"__proto__"}', true, 'unknown frame type'],
    ['{"t":"signal","name":"toString","body":{}}', true, 'unknown signal'],
    ['{"t":"auth","token":""}', false, 'a field of the auth frame is missing or has the wrong form'],
    [
      JSON.stringify({ t: 'auth', token: 'x'.repeat(8193) }),
      false,
      'a field of the auth frame is missing or has the wrong form',
    ],
  ])('%.40s', (frame, ignore, problem) => {
    expect(decodeClientFrame(frame)).toMatchObject({ ok: false, ignore, problem });
  });
  test('names the op that a broken append was about, so that its refusal finds it', () => {
    expect(decodeClientFrame('{"t":"append","id":"op1","kind":"text"}')).toMatchObject({ ok: false, id: 'op1' });
  });
  test('unknown fields are ignored', () => {
    expect(decodeServerFrame('{"t":"goaway","windowMs":5,"why":"later"}')).toMatchObject({ windowMs: 5 });
  });
});

describe('bodies', () => {
  const valid: readonly [Kind, object][] = [
    ['text', { text: 'hi', reply: { to: 1, value: 'a' } }],
    ['choices', { text: '?', options: [{ label: 'A', value: 'a' }] }],
    ['form', { to: 3, answers: { name: 'Wang' } }],
    ['handoff', { state: 'requested', reason: 'wish' }],
    ['image', { url: '/a.png', bytes: 1, type: 'image/png', width: 1, height: 1 }],
    ['product', { product: 'p1', card: { id: 'p1', title: 'Tea', price: { amount: 100, currency: 'CNY' } } }],
    ['read', { upTo: 4 }],
    ['rating', { state: 'given', score: 5 }],
  ];
  test.each(valid)('%s is read', (kind, body) => {
    expect(readContent({ kind, body: body as Record<string, unknown> }).kind).toBe(kind);
  });
  test.each<[Kind, object]>([
    ['text', { text: '' }],
    ['text', { text: 'x'.repeat(LIMITS.textChars + 1) }],
    ['text', { text: 'hi', reply: { to: 0 } }],
    ['choices', { text: '?', options: [] }],
    ['rating', { state: 'given', score: 6 }],
    ['image', { url: 'javascript:alert(1)', bytes: 1, type: 'image/png', width: 1, height: 1 }],
    ['product', { product: 'p 1' }],
    ['retracted', { target: 1.5 }],
  ])('%s %j is unknown', (kind, body) => {
    expect(readContent({ kind, body: body as Record<string, unknown> }).kind).toBe('unknown');
  });
  test('no guard throws, and none takes an inherited name for a kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(GUARDS) as Kind[])), fc.anything(), (kind, body) => {
        expect(typeof GUARDS[kind](body)).toBe('boolean');
      }),
      seeded,
    );
    expect(readContent({ kind: 'toString', body: {} }).kind).toBe('unknown');
  });
});

describe('addresses', () => {
  test.each(['https://a.example/x?y=1#z', 'http://localhost:4173', '/shop/pictures/a.svg', '/'])(
    '%s is safe',
    (url) => {
      expect(isSafeUrl(url)).toBe(true);
    },
  );
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/1',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    '/\\evil.example',
    '\\\\evil.example',
    'https:\\\\evil.example',
    '/a\\b',
    '/a b',
    '',
    'x',
  ])('%j is refused', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });
});

test('ids are 22 characters, secrets 43, of the alphabet of base64url', () => {
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, (_, n) => 255 - n);
  expect(newId(random)).toBe('_-9876543210zyxwvutsrq');
  expect(randomText(random, 43)).toMatch(/^[\w-]{43}$/);
});

test('the subject of a token is read whatever its script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (sub) => {
      const payload = Buffer.from(JSON.stringify({ sub })).toString('base64url');
      expect(tokenSubject(`h.${payload}.s`)).toBe(sub);
    }),
    seeded,
  );
  for (const token of ['', 'h', 'h.a+b.s', `h.${btoa('{}')}.s`, `h.${btoa('{"sub":7}')}.s`])
    expect(() => tokenSubject(token)).toThrow('token-invalid');
});

test('bytes of UTF-8 are those of the encoder', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toBe(encoder.encode(text).length);
    }),
    seeded,
  );
});
