import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for; a link for one purpose opens no other. */
export type Purpose = 'resume' | 'confirm' | 'stop';

/** What stands in a key: whom it was sent to, and the conversation it is about. */
export interface Keyed {
  /** Number of the contact. */
  readonly contact: number;
  readonly conversation: string;
}

/** Keys of links that are sent to shoppers. */
export interface SignedKeys {
  make(purpose: Purpose, keyed: Keyed, lifeMs: number): string;
  /** What a key says; undefined for one that is forged, over, or for another purpose. */
  read(purpose: Purpose, key: string): Keyed | undefined;
}

const LONGEST = 200;

/** Keys under a secret that only the server has (HMAC-SHA-256). */
export function createSignedKeys(secret: string, now: () => number): SignedKeys {
  const sign = (purpose: Purpose, text: string): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    make(purpose, { contact, conversation }, lifeMs) {
      const text = [contact, conversation, now() + lifeMs].join('.');
      return `${text}.${sign(purpose, text).toString('base64url')}`;
    },
    read(purpose, key) {
      const [contact = '', conversation = '', until = '', signature = '', ...rest] = key.slice(0, LONGEST).split('.');
      const wanted = sign(purpose, [contact, conversation, until].join('.'));
      const given = Buffer.from(signature, 'base64url');
      if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      return Number(until) > now() ? { contact: Number(contact), conversation } : undefined;
    },
  };
}
