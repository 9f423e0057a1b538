import { matching } from './shape.ts';

/** Name of an op, unique for its author in its conversation. Clients use 128 random bits, the bot `bot:n:k`. */
export type OpId = string;

/** Name of a conversation: 128 random bits made by the client whose first op creates it. Never a capability. */
export type ConversationId = string;

/** Guard of {@link OpId}. */
export const isOpId = matching(/^[\w:.-]{1,64}$/);

/** Guard of {@link ConversationId}. */
export const isConversationId = matching(/^[\w-]{16,40}$/);

/** Guard of short names: shop, install, nonce, principal, product and order ids. */
export const isName = matching(/^[^\p{C}\s<>"']{1,128}$/u);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const chars = Math.min(4, Math.ceil(((bytes.length - i) * 8) / 6));
    for (let c = 0; c < chars; c++) text += ALPHABET[(bits >> (18 - 6 * c)) & 63];
  }
  return text;
}

/** The bytes of base64url; characters outside the alphabet throw. */
export function bytesOfBase64url(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of text.replace(/=+$/, '')) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) throw new RangeError('not base64url');
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return bytes;
}

/** A fresh 128-bit id; `random` gives cryptographically strong bytes. */
export const newId = (random: (bytes: number) => Uint8Array): string => base64url(random(16));
