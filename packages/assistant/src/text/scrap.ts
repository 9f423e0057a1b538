import type { Segment } from './features.ts';

/**
 * A number, or one or two Latin letters that no table knows: beside a word it may tell two sizes apart, alone it names
 * nothing and asks nothing.
 */
export const isScrap = ({ concepts, text }: Segment): boolean =>
  concepts.length === 0 && /^(?:[\d.]+|[a-z']{1,2})$/.test(text);
