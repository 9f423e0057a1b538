import { createHash } from 'node:crypto';
import type { Authenticate } from '@xiaoer/host';
import type { ResumeTokens } from './resume-token.ts';
import { type TokenKeys, verifyShopperToken } from './shopper-token.ts';

/** A visitor's secret: 256 bits as base64url. */
const SECRET = /^[\w-]{43}$/;

/** Principal of a visitor: SHA-256 of shop and secret. The secret itself is never kept. */
export const visitorId = (shop: string, secret: string): string =>
  createHash('sha256').update(`${shop}\n${secret}`).digest('base64url');

/** Turns what a shopper's hello carries into a principal. Without keys every token of a merchant is refused. */
export function createAuthenticate(options: {
  readonly shop: string;
  readonly keys: TokenKeys | undefined;
  readonly issuer?: string | undefined;
  /** Tokens of links that the house sent. */
  readonly resume?: Pick<ResumeTokens, 'isOne' | 'read'> | undefined;
  /** The merchant's token vouches for a mail address. */
  readonly onEmail?: ((subject: string, email: string, verified: boolean) => void) | undefined;
}): Authenticate {
  const { keys, issuer, resume, onEmail } = options;
  return async ({ shop, token, secret }) => {
    if (shop !== options.shop) return { error: 'shop-unknown' };
    if (token !== undefined && resume?.isOne(token)) {
      const read = await resume.read(token);
      if (!read || read === 'over') return { error: read ? 'token-expired' : 'token-invalid' };
      return { principal: read.principal, expiresAt: read.expiresAt, resumes: read.conversation };
    }
    if (token !== undefined) {
      if (!keys) return { error: 'token-invalid' };
      const verified = await verifyShopperToken(token, keys, shop, { issuer });
      if ('principal' in verified && verified.email)
        onEmail?.(verified.principal.id, verified.email.address, verified.email.verified);
      return verified;
    }
    if (secret !== undefined && SECRET.test(secret))
      return { principal: { role: 'shopper', id: visitorId(shop, secret) } };
    return { error: 'token-invalid' };
  };
}
