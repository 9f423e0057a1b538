/** Whether a letter of a Latin word, a digit or an apostrophe stands at a place of a normalised text. */
export function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39;
}
