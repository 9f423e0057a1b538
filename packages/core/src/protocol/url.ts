import type { Guard } from './shape.ts';

/**
 * An address that may stand in a link or a picture: https, http, or a path of the same origin.
 * `javascript:`, `data:`, `blob:` and protocol-relative addresses are refused.
 */
export const isSafeUrl: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length <= 2048 && /^(https?:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*)$/i.test(value);
