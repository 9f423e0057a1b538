import { createHash } from 'node:crypto';
import { isParticipant, type Participant } from '@xiaoer/core/protocol';

/** Seconds that a token is good for; the page of the link asks for another then. */
const LIFE_S = 15 * 60;

const ISSUER = 'xiaoer:resume';

/** Whom a link speaks for, and in which conversation. */
export interface Resumed {
  readonly principal: Participant;
  readonly conversation: string;
}

/** Tokens of the house itself, for shoppers who came by a link that was sent to them. */
export interface ResumeTokens {
  make(resumed: Resumed): Promise<string>;
  /** Whether a token says that it is one of these; nothing is checked by this. */
  isOne(token: string): boolean;
  /** Undefined for a forged one, `over` for one that has ended. */
  read(token: string): Promise<(Resumed & { readonly expiresAt: number }) | 'over' | undefined>;
}

/** Tokens under a secret that only the server has (HS256). */
export function createResumeTokens(secret: string, shop: string): ResumeTokens {
  const key = new TextEncoder().encode(secret);
  /** The library is loaded with the first token. */
  const jose = () => import('jose');
  return {
    async make({ principal, conversation }) {
      const { SignJWT } = await jose();
      // The subject names the store in the browser: never that of a shopper who signs in there.
      const sub = `resume:${createHash('sha256').update(conversation).digest('base64url').slice(0, 22)}`;
      return new SignJWT({ principal, conversation })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(shop)
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime(`${LIFE_S}s`)
        .sign(key);
    },
    isOne(token) {
      try {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iss?: unknown };
        return payload.iss === ISSUER;
      } catch {
        return false;
      }
    },
    async read(token) {
      const { errors, jwtVerify } = await jose();
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: ISSUER, audience: shop });
        const { principal, conversation, exp = 0 } = payload;
        if (!isParticipant(principal) || typeof conversation !== 'string') return undefined;
        return { principal, conversation, expiresAt: exp * 1000 };
      } catch (error) {
        return error instanceof errors.JWTExpired ? 'over' : undefined;
      }
    },
  };
}
