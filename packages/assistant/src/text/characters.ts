/** Brings a text into the characters that the tables are written in. */
export type Simplify = (text: string) => string;

/** Every text as it is written. */
export const asWritten: Simplify = (text) => text;

/**
 * Traditional characters to simplified ones, character by character; what the table lacks stays. `table` has each character
 * followed by its simplified form.
 */
export function createSimplifier(table: string): Simplify {
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < table.length; i += 2) forms.set(table.charAt(i), table.charAt(i + 1));
  const any = new RegExp(`[${[...forms.keys()].join('')}]`, 'gu');
  return (text) => text.replace(any, (char) => forms.get(char) ?? char);
}
