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

/** Readings from a table: each syllable, followed by the characters that are read so. */
export function createPinyin(table: string): Pinyin {
  const readings = new Map<string, string>();
  const syllables = new Set<string>();
  for (const [, syllable = '', chars = ''] of table.matchAll(/([a-z]+)([^a-z]+)/g)) {
    syllables.add(syllable);
    for (const char of chars) readings.set(char, syllable);
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
