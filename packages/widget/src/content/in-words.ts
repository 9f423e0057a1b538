import { type Content, fallback } from '@xiaoer/core/protocol';

/** A message in plain text. Its body may not have been checked: one that cannot be read has no text. */
export function inWords(content: Content): string {
  try {
    const text: unknown = fallback(content);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}
