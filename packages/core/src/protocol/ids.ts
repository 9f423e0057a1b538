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
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 6; held -= 6) text += ALPHABET[(bits >> (held - 6)) & 63];
  }
  return held ? text + ALPHABET[(bits << (6 - held)) & 63] : text;
}

/** The bytes of base64url; characters outside the alphabet throw. */
export function bytesOfBase64url(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of text.replace(/=+$/, '')) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) throw new RangeError('not base64url');
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 255);
  }
  return bytes;
}

/** A fresh 128-bit id; `random` gives cryptographically strong bytes. */
export const newId = (random: (bytes: number) => Uint8Array): string => base64url(random(16));
