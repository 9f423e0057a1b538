import type { ClientFrame, ServerFrame } from './frame.ts';

/** A frame as JSON text. */
export const encode = (frame: ClientFrame | ServerFrame): string => JSON.stringify(frame);

/** Bytes of a text as UTF-8, without encoding it. A lone surrogate counts as its replacement, three bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
