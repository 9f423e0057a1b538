/** Words that change nothing of what is asked. */
const EMPTY = new Set(
  'a an the of for to in on is are do does did can could will would i you we my your our it please pls hi hello'.split(
    ' ',
  ),
);
const EMPTY_HAN = /请问|你好|您好|一下|你们|您们|我们|咱们|[的了吗呢啊吧呀么我你您]/g;

/** What two texts are compared by. */
export interface WordSet {
  /** Latin words, and pairs of Han characters; a Han run of one character is itself. Each once. */
  readonly grams: readonly string[];
  /** Words with a digit (a model, a size, a year), sorted: texts about different ones say different things. */
  readonly numbers: readonly string[];
}

/** The words of a text without those that change nothing of what it says. */
export function wordSet(text: string): WordSet {
  const plain = text.normalize('NFKC').toLowerCase();
  const grams = new Set<string>();
  const numbers = new Set<string>();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (const part of word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      if (!/\p{Script=Han}/u.test(part)) {
        if (/\d/.test(part)) numbers.add(part);
        if (!EMPTY.has(part)) grams.add(part.length > 3 ? part.replace(/(?<!s)s$/, '') : part);
        continue;
      }
      const run = part.replace(EMPTY_HAN, '');
      if (run.length === 1) grams.add(run);
      for (let i = 0; i + 2 <= run.length; i++) grams.add(run.slice(i, i + 2));
    }
  }
  return { grams: [...grams], numbers: [...numbers].sort() };
}

/** Characters that tell two texts apart: the rest is how they were typed. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/** Fewer words than these are in any text by chance. */
const FEWEST = 3;

/**
 * How far two texts say the same, 0 … 1: the share of the shorter one's words that the longer one has (the overlap coefficient,
 * Szymkiewicz 1934), because an agent puts a greeting around what an answer says. 0 where they name other numbers.
 */
export function saysTheSame(a: WordSet, b: WordSet): number {
  const [short, long] = a.grams.length <= b.grams.length ? [a, b] : [b, a];
  if (short.grams.length < FEWEST) return 0;
  const there = new Set(long.numbers);
  if (!short.numbers.every((number) => there.has(number))) return 0;
  const words = new Set(long.grams);
  return short.grams.filter((gram) => words.has(gram)).length / short.grams.length;
}
