import { matching } from './shape.ts';

/** Name of an op, unique for its author in its conversation. Clients use 128 random bits, the bot `bot:n:k`. */
export type OpId = string;

/** Name of a conversation: 128 random bits made by the client whose first op creates it. Never a capability. */
export type ConversationId = string;

/** Guard of {@link OpId}. */
export const isOpId = matching(/^[\w:.-]{1,64}$/);

/** Guard of {@link ConversationId}. */
export const isConversationId = matching(/^[\w-]{16,40}$/);

/** Name of an upload, unique for who uploads: 128 random bits made by the client, so that a repeat is the same upload. */
export type UploadId = string;

/** Guard of {@link UploadId}. */
export const isUploadId = matching(/^[\w-]{16,40}$/);

/** Guard of short names: shop, install, nonce, principal, product and order ids. */
export const isName = matching(/^[^\p{C}\s<>"']{1,128}$/u);

/** The characters of base64url, in the order of their values. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Gives cryptographically strong bytes. */
type Random = (bytes: number) => Uint8Array;

/** A text nobody can guess, six random bits a character. */
export const randomText = (random: Random, chars: number): string =>
  Array.from(random(chars), (byte) => ALPHABET[byte & 63]).join('');

/** A fresh id of 132 bits. */
export const newId = (random: Random): string => randomText(random, 22);
