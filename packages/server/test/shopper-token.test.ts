import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createAuthenticate } from '../src/identity/authenticate.ts';
import { publicKeys, secretKey, type TokenKeys, verifyShopperToken } from '../src/identity/shopper-token.ts';
import { makeFolder } from './folder.ts';

const SECRET = 'a-secret-of-the-shop-that-is-long-enough';
const KEYS = secretKey(SECRET);
const NOW = 1_800_000_000;

const sign = (claims: JWTPayload, { secret = SECRET, alg = 'HS256' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

const good = { sub: 'mei', aud: 'inn', iat: NOW - 10, exp: NOW + 600, name: '梅' };

const verify = (token: string, keys: TokenKeys = KEYS, issuer?: string) =>
  verifyShopperToken(token, keys, 'inn', { now: NOW * 1000, issuer });

test('a good token is the principal user:sub until it ends', async () => {
  expect(await verify(await sign(good))).toEqual({
    principal: { role: 'shopper', id: 'user:mei', name: '梅' },
    expiresAt: (NOW + 600) * 1000,
  });
  expect(await verify(await sign({ ...good, name: undefined }))).toMatchObject({ principal: { id: 'user:mei' } });
});

test.each([
  ['\u202Egnaw\u202C \u200Fleft\u2066', 'gnaw left'],
  [' a\nb\u0007\u2028c\u061C ', 'abc'],
  ['\u2069\u200E', undefined],
  ['👩‍👧 ليلى می‌خواهم', '👩‍👧 ليلى می‌خواهم'],
  [`${'x'.repeat(79)}😀y`, 'x'.repeat(79)],
  ['😀'.repeat(60), '😀'.repeat(40)],
  ['a\uD800b', 'ab'],
  ['<b>Mei</b>', '<b>Mei</b>'],
])('the name %j is kept as %j', async (name, kept) => {
  expect(await verify(await sign({ ...good, name }))).toEqual({
    principal: { role: 'shopper', id: 'user:mei', name: kept },
    expiresAt: (NOW + 600) * 1000,
  });
});

describe('refused', () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  test.each<[string, () => Promise<string>, string]>([
    ['wrong secret', () => sign(good, { secret: 'another-secret-that-is-long-enough-too' }), 'token-invalid'],
    ['expired', () => sign({ ...good, iat: NOW - 900, exp: NOW - 31 }), 'token-expired'],
    ['foreign audience', () => sign({ ...good, aud: 'other' }), 'token-invalid'],
    ['audience of the desk', () => sign({ ...good, aud: 'desk' }), 'token-invalid'],
    ['no audience', () => sign({ ...good, aud: undefined }), 'token-invalid'],
    ['no subject', () => sign({ ...good, sub: undefined }), 'token-invalid'],
    ['subject that is no name', () => sign({ ...good, sub: 'a b<script>' }), 'token-invalid'],
    ['no end', () => sign({ ...good, exp: undefined }), 'token-invalid'],
    ['no start', () => sign({ ...good, iat: undefined }), 'token-invalid'],
    ['a life of 15 minutes and a second', () => sign({ ...good, iat: NOW, exp: NOW + 901 }), 'token-invalid'],
    ['from the future', () => sign({ ...good, iat: NOW + 60, exp: NOW + 600 }), 'token-invalid'],
    ['another algorithm of the family', () => sign(good, { alg: 'HS512', secret: SECRET.repeat(2) }), 'token-invalid'],
    ['alg none', async () => `${encode({ alg: 'none' })}.${encode(good)}.`, 'token-invalid'],
    ['not a token', async () => 'x.y.z', 'token-invalid'],
  ])('%s', async (_name, make, error) => {
    expect(await verify(await make())).toEqual({ error });
  });
});

test('clocks may differ by 30 seconds', async () => {
  expect(await verify(await sign({ ...good, iat: NOW - 600, exp: NOW - 29 }))).toHaveProperty('principal');
  expect(await verify(await sign({ ...good, iat: NOW + 29, exp: NOW + 600 }))).toHaveProperty('principal');
});

test('the issuer counts where one is configured', async () => {
  expect(await verify(await sign({ ...good, iss: 'shop' }), KEYS, 'shop')).toHaveProperty('principal');
  expect(await verify(await sign(good), KEYS, 'shop')).toEqual({ error: 'token-invalid' });
});

test('public keys: EdDSA and RS256 by JWKS; a public key is no secret', async () => {
  const pairs = [
    ['EdDSA', await generateKeyPair('EdDSA')],
    ['RS256', await generateKeyPair('RS256')],
  ] as const;
  const keys = await Promise.all(
    pairs.map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), alg, kid: alg })),
  );
  const folder = makeFolder({ 'jwks.json': { keys } });
  const set = publicKeys(`${folder}/jwks.json`);
  for (const [alg, { privateKey }] of pairs) {
    const token = await new SignJWT(good).setProtectedHeader({ alg, kid: alg }).sign(privateKey);
    expect(await verify(token, set)).toMatchObject({ principal: { id: 'user:mei' } });
    expect(await verify(token, KEYS)).toEqual({ error: 'token-invalid' });
  }
  const forged = await sign(good, { secret: JSON.stringify(keys[1]) });
  expect(await verify(forged, set)).toEqual({ error: 'token-invalid' });
});

test('a visitor is the hash of shop and secret; without keys every token is refused', async () => {
  const secret = 'x'.repeat(43);
  const authenticate = createAuthenticate({ shop: 'inn', keys: undefined });
  const id = createHash('sha256').update(`inn\n${secret}`).digest('base64url');
  expect(await authenticate({ shop: 'inn', secret })).toEqual({ principal: { role: 'shopper', id } });
  expect(await authenticate({ shop: 'inn', secret: `${secret}!` })).toEqual({ error: 'token-invalid' });
  expect(await authenticate({ shop: 'inn', token: await sign(good) })).toEqual({ error: 'token-invalid' });
  expect(await authenticate({ shop: 'other', secret })).toEqual({ error: 'shop-unknown' });
  expect(await authenticate({ shop: 'inn' })).toEqual({ error: 'token-invalid' });
});
