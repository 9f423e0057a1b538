/** How Chinese sounds, without tones. */
export interface Pinyin {
  /** The reading of a simplified character; undefined for what the table lacks. Heteronyms have one. */
  of(char: string): string | undefined;
  /**
   * Splits a run of Latin letters that is pinyin from end to end into as few syllables as can be: `xian` is one,
   * `duoshaoqian` three. Undefined when it is no pinyin. One syllable alone is no evidence: `he`, `me`, `an` are English.
   */
  split(run: string): readonly string[] | undefined;
}

const LONGEST = 6;

/** Nothing sounds like anything: for what is not Chinese. */
export const NO_PINYIN: Pinyin = { of: () => undefined, split: () => undefined };

/** What a browser and Node have, by the Encoding Standard. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** The 3,755 characters of the first level of GB 2312, which are in the order of their readings: rows 16 to 55. */
function firstLevel(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

/**
 * Readings of the characters of GB 2312. `runs` says how many in a row, in the order of the standard, have each reading;
 * `others` has readings out of that order, each followed by its characters. The characters themselves are in every
 * browser and in every Node with its full data for languages; where they are not, only `others` are read.
 */
export function createPinyin(runs: string, others: string): Pinyin {
  const readings = new Map<string, string>();
  const syllables = new Set<string>();
  let chars = '';
  try {
    chars = firstLevel();
  } catch {
    // A Node that was built without the data.
  }
  let at = 0;
  for (const [, syllable = '', count = ''] of runs.matchAll(/([a-z]+)(\d+)/g)) {
    syllables.add(syllable);
    for (const char of chars.slice(at, at + Number(count))) readings.set(char, syllable);
    at += Number(count);
  }
  for (const [, syllable = '', list = ''] of others.matchAll(/([a-z]+)([^a-z]*)/g)) {
    if (list !== '') syllables.add(syllable);
    for (const char of list) readings.set(char, syllable);
  }
  const split = (run: string): readonly string[] | undefined => {
    const { length } = run;
    if (length < 2 || length > 60) return undefined;
    /** For each place the length of the last syllable of the shortest way there, and how many syllables it has. */
    const last = new Uint8Array(length + 1);
    const count = new Uint8Array(length + 1).fill(255);
    count[0] = 0;
    for (let end = 1; end <= length; end++)
      for (let size = Math.min(LONGEST, end); size >= 1; size--) {
        const before = count[end - size] ?? 255;
        if (before < 254 && before + 1 < (count[end] ?? 255) && syllables.has(run.slice(end - size, end))) {
          count[end] = before + 1;
          last[end] = size;
        }
      }
    if (count[length] === 255) return undefined;
    const found: string[] = [];
    for (let end = length; end > 0; end -= last[end] ?? end) found.unshift(run.slice(end - (last[end] ?? end), end));
    return found;
  };
  return { of: (char) => readings.get(char), split };
}
