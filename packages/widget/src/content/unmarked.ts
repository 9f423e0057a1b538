import { type Inline, parseMarkup } from './parse-markup.ts';

const wordsOf = (inside: readonly Inline[]): string =>
  inside.map((part) => (typeof part === 'string' ? part : wordsOf(part.inside))).join('');

/** The words of a text without its small markup, on one line, for where only a beginning is shown. */
export const unmarked = (text: string): string =>
  parseMarkup(text)
    .flatMap((block) => (block.kind === 'lines' ? [wordsOf(block.inside)] : block.items.map(wordsOf)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
