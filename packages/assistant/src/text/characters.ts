import { TRADITIONAL } from './traditional.ts';

const TABLE = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) TABLE.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));

const ANY = new RegExp(`[${[...TABLE.keys()].join('')}]`, 'gu');

/** Traditional characters to simplified ones, character by character; what the table lacks stays. */
export const toSimplified = (text: string): string => text.replace(ANY, (char) => TABLE.get(char) ?? char);
