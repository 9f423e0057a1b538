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

/** Numbers of so many bits as numbers of so many others; what is left at the end is filled up, or dropped. */
function regroup(values: Iterable<number>, from: number, to: number, fill: boolean): number[] {
  const groups: number[] = [];
  const mask = 2 ** to - 1;
  let bits = 0;
  let held = 0;
  for (const value of values) {
    bits = (bits << from) | value;
    for (held += from; held >= to; held -= to) groups.push((bits >> (held - to)) & mask);
  }
  if (fill && held) groups.push((bits << (to - held)) & mask);
  return groups;
}

/** Base64url without padding. */
export const base64url = (bytes: Uint8Array): string =>
  regroup(bytes, 8, 6, true)
    .map((value) => ALPHABET[value])
    .join('');

/** The bytes of base64url; characters outside the alphabet throw. */
export function bytesOfBase64url(text: string): number[] {
  const values = [...text.replace(/=+$/, '')].map((char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) throw new RangeError('not base64url');
  return regroup(values, 6, 8, false);
}

/** A fresh 128-bit id; `random` gives cryptographically strong bytes. */
export const newId = (random: (bytes: number) => Uint8Array): string => base64url(random(16));
