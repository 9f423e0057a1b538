import { createHash } from 'node:crypto';
import type { Authenticate } from '@xiaoer/host';
import { type TokenKeys, verifyShopperToken } from './shopper-token.ts';

/** A visitor's secret: 256 bits as base64url. */
const SECRET = /^[\w-]{43}$/;

/** Principal of a visitor: SHA-256 of shop and secret. The secret itself is never kept. */
export const visitorId = (shop: string, secret: string): string =>
  createHash('sha256').update(`${shop}\n${secret}`).digest('base64url');

/** Turns what a shopper's hello carries into a principal. Without keys every token is refused. */
export function createAuthenticate(options: {
  readonly shop: string;
  readonly keys: TokenKeys | undefined;
  readonly issuer?: string | undefined;
}): Authenticate {
  return async ({ shop, token, secret }) => {
    if (shop !== options.shop) return { error: 'shop-unknown' };
    if (token !== undefined)
      return options.keys
        ? verifyShopperToken(token, options.keys, shop, { issuer: options.issuer })
        : { error: 'token-invalid' };
    if (secret !== undefined && SECRET.test(secret))
      return { principal: { role: 'shopper', id: visitorId(shop, secret) } };
    return { error: 'token-invalid' };
  };
}
