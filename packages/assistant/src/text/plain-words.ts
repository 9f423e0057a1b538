/** Puts plain words in place of what is only said in a region, in a hurry or in slang. */
export type PlainWords = (text: string) => string;

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const LATIN = /^[a-z0-9'./?]+$/;

/**
 * Makes the replacement from a table of pairs. Latin words are replaced as whole words, others wherever they stand; of
 * several the one that is listed first, so longer ones come first.
 */
export function createPlainWords(pairs: readonly (readonly [said: string, plain: string])[]): PlainWords {
  const table = new Map(pairs);
  const one = (list: readonly string[]) => list.map(literal).join('|');
  const words = [...table.keys()];
  const latin = words.filter((word) => LATIN.test(word));
  const other = words.filter((word) => !LATIN.test(word));
  const shapes = [
    ...(other.length > 0 ? [one(other)] : []),
    ...(latin.length > 0 ? [`(?<![a-z0-9'])(?:${one(latin)})(?![a-z0-9'])`] : []),
  ];
  if (shapes.length === 0) return (text) => text;
  const shape = new RegExp(shapes.join('|'), 'g');
  return (text) => text.replace(shape, (word) => table.get(word) ?? word);
}
