import { PINYIN } from './pinyin-table.ts';

const READINGS = new Map<string, string>();
const SYLLABLES = new Set<string>();
for (const [, syllable = '', chars = ''] of PINYIN.matchAll(/([a-z]+)([^a-z]+)/g)) {
  SYLLABLES.add(syllable);
  for (const char of chars) READINGS.set(char, syllable);
}

const LONGEST = 6;

/** The reading of a simplified character without its tone; undefined for what is not in GB 2312. Heteronyms have one. */
export const pinyinOf = (char: string): string | undefined => READINGS.get(char);

/**
 * Splits a run of Latin letters that is pinyin from end to end into as few syllables as can be: `xian` is one,
 * `duoshaoqian` three. Undefined when it is no pinyin. One syllable alone is no evidence: `he`, `me`, `an` are English.
 */
export function splitPinyin(run: string): readonly string[] | undefined {
  const { length } = run;
  if (length < 2 || length > 60) return undefined;
  /** For each place the length of the last syllable of the shortest way there, and how many syllables it has. */
  const last = new Uint8Array(length + 1);
  const count = new Uint8Array(length + 1).fill(255);
  count[0] = 0;
  for (let end = 1; end <= length; end++)
    for (let size = Math.min(LONGEST, end); size >= 1; size--) {
      const before = count[end - size] ?? 255;
      if (before < 254 && before + 1 < (count[end] ?? 255) && SYLLABLES.has(run.slice(end - size, end))) {
        count[end] = before + 1;
        last[end] = size;
      }
    }
  if (count[length] === 255) return undefined;
  const syllables: string[] = [];
  for (let end = length; end > 0; end -= last[end] ?? end) syllables.unshift(run.slice(end - (last[end] ?? end), end));
  return syllables;
}
