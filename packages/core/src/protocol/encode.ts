import type { ClientFrame, ServerFrame } from './frame.ts';

/** A frame as JSON text. */
export const encode: (frame: ClientFrame | ServerFrame) => string = JSON.stringify;

/** Bytes of a value's JSON as UTF-8, without encoding it. JSON escapes lone surrogates. */
export const jsonBytes = (value: unknown): number =>
  encodeURIComponent(JSON.stringify(value)).replace(/%../g, '.').length;

/** Bytes of a text as UTF-8, without encoding it. A lone surrogate counts as its replacement, three bytes. */
export const utf8Bytes = (text: string): number =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/%../g, '.').length;
