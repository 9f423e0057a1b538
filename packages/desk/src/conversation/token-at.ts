/** A word at the cursor that asks for something: a saved reply after `/`, a colleague after `@`. */
export interface Token {
  readonly sign: '/' | '@';
  readonly words: string;
  /** Where the sign stands. */
  readonly start: number;
}

/** `、` is what a Chinese input method writes for the key of the slash. */
const SLASH = /(?:^|\s)([/、])([^\s/、]{0,40})$/u;
const AT = /(?:^|[\s\p{P}\p{Script=Han}])(@)([^\s@]{0,40})$/u;

/** The token that ends at the cursor. A slash within a word, as in an address, is none. */
export function tokenAt(text: string, cursor: number, sign: Token['sign']): Token | undefined {
  const match = (sign === '/' ? SLASH : AT).exec(text.slice(0, cursor));
  if (!match) return undefined;
  const [, mark = '', words = ''] = match;
  return { sign, words, start: cursor - words.length - mark.length };
}
