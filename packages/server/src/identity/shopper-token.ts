import { readFileSync } from 'node:fs';
import type { Participant } from '@xiaoer/core/protocol';
import { isParticipant } from '@xiaoer/core/protocol';
import type { JWTVerifyGetKey } from 'jose';
import { cleanName } from './clean-name.ts';

/** How a merchant signs: one shared secret, or public keys. Never both, so that a public key is no secret. */
export type TokenKeys =
  | { readonly kind: 'secret'; readonly secret: Uint8Array }
  | { readonly kind: 'public'; readonly keys: () => Promise<JWTVerifyGetKey> };

/** What a good token says. */
export interface VerifiedToken {
  readonly principal: Participant;
  readonly expiresAt: number;
  /** `email` and `email_verified` of OpenID Connect; an address without the second is vouched for. */
  readonly email?: { readonly address: string; readonly verified: boolean } | undefined;
}

/** Algorithms by kind of key. What the token asks for counts only when it is in the list. */
const ALGORITHMS = { secret: ['HS256'], public: ['EdDSA', 'RS256'] };

/** Longest life of a token, in seconds, from `iat` to `exp`. */
export const TOKEN_LIFE = 15 * 60;

/** Seconds by which the merchant's clock may differ from ours. */
const TOLERANCE = 30;

/** The library is loaded with the first token, not while the house opens. */
const jose = () => import('jose');

/**
 * Keys from the address or file of a JWKS.
 * @throws Error when the file cannot be read.
 */
export function publicKeys(place: string): TokenKeys {
  const local = /^https?:\/\//.test(place) ? undefined : JSON.parse(readFileSync(place, 'utf8'));
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const load = async (): Promise<JWTVerifyGetKey> => {
    const { createLocalJWKSet, createRemoteJWKSet } = await jose();
    return local === undefined ? createRemoteJWKSet(new URL(place)) : createLocalJWKSet(local);
  };
  return {
    kind: 'public',
    keys() {
      keys ??= load();
      return keys;
    },
  };
}

/** Key from a shared secret. */
export const secretKey = (secret: string): TokenKeys => ({ kind: 'secret', secret: new TextEncoder().encode(secret) });

/**
 * Checks a merchant's token: signature with a fixed list of algorithms, `aud` is the shop, `sub`, `iat` and `exp` are
 * there and at most 15 minutes apart, `iss` where one is configured. The principal is `user:` and the subject.
 */
export async function verifyShopperToken(
  token: string,
  keys: TokenKeys,
  shop: string,
  { issuer, now = Date.now() }: { readonly issuer?: string | undefined; readonly now?: number | undefined } = {},
): Promise<VerifiedToken | { readonly error: 'token-expired' | 'token-invalid' }> {
  const options = {
    algorithms: ALGORITHMS[keys.kind],
    audience: shop,
    clockTolerance: TOLERANCE,
    currentDate: new Date(now),
    requiredClaims: ['sub', 'iat', 'exp'],
    ...(issuer === undefined ? {} : { issuer }),
  };
  const { errors, jwtVerify } = await jose();
  try {
    const { payload } =
      keys.kind === 'secret'
        ? await jwtVerify(token, keys.secret, options)
        : await jwtVerify(token, await keys.keys(), options);
    const { sub, iat = 0, exp = 0 } = payload;
    const name = typeof payload['name'] === 'string' ? cleanName(payload['name']) : '';
    const principal = { role: 'shopper', id: `user:${sub}`, name: name || undefined };
    if (exp - iat > TOKEN_LIFE || iat > now / 1000 + TOLERANCE || !sub || !isParticipant(principal))
      return { error: 'token-invalid' };
    const { email, email_verified: verified = true } = payload;
    return {
      principal,
      expiresAt: exp * 1000,
      ...(typeof email === 'string' ? { email: { address: email, verified: verified === true } } : {}),
    };
  } catch (error) {
    return { error: error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid' };
  }
}

/** Signs a token for a shopper: what a merchant's backend does, here for the bundled shop. */
export async function signShopperToken(
  { secret }: Extract<TokenKeys, { kind: 'secret' }>,
  { shop, sub, name }: { readonly shop: string; readonly sub: string; readonly name: string },
): Promise<string> {
  const { SignJWT } = await jose();
  return new SignJWT({ name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(shop)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_LIFE}s`)
    .sign(secret);
}
