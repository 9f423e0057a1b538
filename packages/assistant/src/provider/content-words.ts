import type { Simplify } from '../text/characters.ts';
import { PLAIN_EN, PLAIN_ZH } from './words/plain-words.ts';

const stemOf = (word: string): string => {
  const bare = word.replace(/'s$|'/g, '');
  for (const [end, least] of [
    ['ations', 4],
    ['ation', 4],
    ['ments', 4],
    ['ment', 4],
    ['ings', 3],
    ['ing', 3],
    ['ies', 3],
    ['ied', 3],
    ['able', 4],
    ['ed', 3],
    ['es', 3],
    ['ly', 4],
    ['er', 4],
    ['s', 3],
    ['e', 3],
    ['y', 3],
  ] as const)
    if (bare.endsWith(end) && bare.length - end.length >= least)
      return bare.slice(0, -end.length).replace(/(.)\1$/, '$1');
  return bare;
};

const PLAIN_STEMS: ReadonlySet<string> = new Set([...PLAIN_EN].map(stemOf));

const LATIN = /[A-Za-z][A-Za-z'’-]*[A-Za-z]|[A-Za-z]/g;
const HAN_RUN = /\p{Script=Han}+/gu;

const unify = (text: string, simplify: Simplify): string => simplify(text.normalize('NFKC').replaceAll('’', "'"));

/** The words of a text that state something: stems of Latin words, and runs of Han characters between plain words. */
function contentOf(
  text: string,
  simplify: Simplify,
): { readonly latin: readonly string[]; readonly han: readonly string[] } {
  const whole = unify(text, simplify);
  const latin = (whole.match(LATIN) ?? [])
    .flatMap((word) => word.toLowerCase().split('-'))
    .filter((word) => word.length > 1 && !PLAIN_EN.has(word))
    .map(stemOf)
    .filter((stem) => !PLAIN_STEMS.has(stem));
  const han = (whole.replace(PLAIN_ZH, ' ').match(HAN_RUN) ?? []).filter(
    (run) => !/^[一二两三四五六七八九十百千万零半]+$/.test(run),
  );
  return { latin, han };
}

/** Keys by which two texts are told to speak of the same: stems, and pairs of Han characters. */
export function keysOf(text: string, simplify: Simplify): ReadonlySet<string> {
  const { latin, han } = contentOf(text, simplify);
  const pairs = han.flatMap((run) =>
    run.length === 1 ? [run] : [...run].slice(1).map((char, i) => `${[...run][i]}${char}`),
  );
  return new Set([...latin, ...pairs]);
}

/**
 * Words of a text that none of the sources has. A run of Han characters may be put together anew: each of its characters must
 * stand beside a neighbour as it does in a source.
 */
export function wordsNotIn(text: string, sources: readonly string[], simplify: Simplify): readonly string[] {
  const all = sources.map((source) => unify(source, simplify));
  const stems = new Set(all.flatMap((source) => contentOf(source, simplify).latin));
  const joined = all.join('\n');
  const { latin, han } = contentOf(text, simplify);
  const strange = han.flatMap((run) => {
    const chars = [...run];
    const left = chars.filter((char, i) => {
      const before = chars[i - 1];
      const after = chars[i + 1];
      if (before === undefined && after === undefined) return !joined.includes(char);
      return !(
        (before !== undefined && joined.includes(before + char)) ||
        (after !== undefined && joined.includes(char + after))
      );
    });
    return left.length > 0 ? [run] : [];
  });
  return [...new Set([...latin.filter((stem) => !stems.has(stem)), ...strange])];
}
