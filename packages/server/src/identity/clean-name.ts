/** Most UTF-16 code units of a name, as the protocol has it. */
const MOST = 80;

/** Controls, breaks of lines, halves of characters, and what turns the direction of the text behind it around. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * A name as it may stand in a line beside other words: without characters that nobody sees but that change what is seen,
 * and not longer than 80, no character cut in half. May be empty.
 */
export function cleanName(name: string): string {
  let clean = '';
  for (const character of name.replace(HIDDEN, '').trim()) {
    if (clean.length + character.length > MOST) break;
    clean += character;
  }
  return clean.trim();
}
