import { has, unsigned } from './bytes.ts';

/** PNG: the signature, then chunks up to `IEND`, and nothing behind it. Source: PNG specification 3, §5. */
export function isPng(bytes: Uint8Array): boolean {
  if (!has(bytes, 0, '\x89PNG\r\n\x1a\n') || !has(bytes, 12, 'IHDR')) return false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + unsigned(bytes, at, 4, 'big'))
    if (has(bytes, at + 4, 'IEND')) return at + 12 === bytes.length;
  return false;
}

/** JPEG: from its start marker to its end marker, and nothing behind that. Source: ITU-T T.81, annex B. */
export const isJpeg = (bytes: Uint8Array): boolean =>
  has(bytes, 0, '\xff\xd8\xff') && bytes.length > 4 && has(bytes, bytes.length - 2, '\xff\xd9');

/** GIF, from its header to its trailer. Source: GIF89a, §§17 and 27. */
export const isGif = (bytes: Uint8Array): boolean =>
  (has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a')) && bytes.length > 14 && bytes[bytes.length - 1] === 0x3b;

/** A RIFF file of a form, as long as its header says. */
export const isRiff = (bytes: Uint8Array, form: string): boolean =>
  has(bytes, 0, 'RIFF') && has(bytes, 8, form) && unsigned(bytes, 4, 4, 'little') + 8 === bytes.length;

/** WebP. Source: RFC 9649. */
export const isWebp = (bytes: Uint8Array): boolean => isRiff(bytes, 'WEBP') && has(bytes, 12, 'VP8');
