import type { Authenticate } from '@xiaoer/host';
import { SHOP } from '../world/server.ts';

/** The merchant's sign-in, and what the server makes of a credential. */
export interface Tokens {
  /** A token of that shopper that ends after so many milliseconds of the server's clock. */
  issue(subject: string, ms: number): string;
  readonly authenticate: Authenticate;
  /** While on, no token is taken. */
  refuseAll(on: boolean): void;
}

/** A visitor's principal. The real one is SHA-256; here it only has to be another word than the secret. */
export const visitorOf = (secret: string): string => `visitor-${[...secret].reverse().join('').slice(0, 24)}`;

interface Claims {
  readonly sub: string;
  readonly exp: number;
}

const claimsOf = (token: string): Claims => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** Whom a token names. */
export const subjectOf = (token: string): string => claimsOf(token).sub;

/** Tokens whose signature is nothing but the right word. */
export function createTokens(now: () => number): Tokens {
  let refusing = false;
  let count = 0;
  return {
    issue: (sub, ms) =>
      `h.${Buffer.from(JSON.stringify({ sub, exp: now() + ms, n: count++ })).toString('base64url')}.good`,
    refuseAll(on) {
      refusing = on;
    },
    async authenticate({ shop, token, secret }) {
      if (shop !== SHOP) return { error: 'shop-unknown' };
      if (token === undefined) return { principal: { role: 'shopper', id: visitorOf(secret ?? '') } };
      if (refusing || !token.endsWith('.good')) return { error: 'token-invalid' };
      const { sub, exp } = claimsOf(token);
      if (exp <= now()) return { error: 'token-expired' };
      return { principal: { role: 'shopper', id: `user:${sub}` }, expiresAt: exp };
    },
  };
}
