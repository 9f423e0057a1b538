const OPEN = '(（[【「『《“〈';
const CLOSE = ')）]】」』》”〉';

/**
 * Marks that end a sentence, with what closes a quotation behind them. A dot counts before a space or the end, but not
 * behind the number of a list line; dots of omission end nothing.
 */
const END = /[。！？!?]+["'”’」』）)】\]]*|(?<!(?:^|\n)\s*\d{1,3})(?<=[^\s.])\.(?!\.)["'”’)\]]*(?=\s|$)/gu;

/** Words before whose dot nothing ends. */
const SHORT = /\b(?:e\.g|i\.e|approx|vs|no|nr|mr|mrs|ms|dr|st|incl|excl|max|min)\.$/i;

/** Endings after which something must follow. */
const OPEN_ENDED =
  /[,，、:：;；\-–—(（[【“「『…]$|\.\.$|(?:和|与|或|及|以|需|需要|满|除|将|把|被|由|从|向|对|因|但|如|若|而|且|并|每|至|到|约|为)$|(?:^|\s)(?:and|or|the|a|an|to|of|with|for|in|on|at|by|if|but|from|as|than|that|which|we|you|is|are|will|can)$/iu;

/** A line that may end without a mark: a list item, an address, a telephone or order number. */
const LOOSE_LINE = /^\s*[-*•·▪]\s|https?:\/\/\S+$|\S+@\S+\.\S+$|[\d\s()+-]{6,}$/;

/** Where the first bracket that is never closed opens, or -1. */
function unclosed(text: string): number {
  const open: { at: number; close: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const kind = OPEN.indexOf(char);
    if (kind >= 0) open.push({ at, close: CLOSE[kind] ?? '' });
    else if (CLOSE.includes(char)) {
      let pair = open.length - 1;
      while (pair >= 0 && !closes(open[pair]?.close ?? '', char)) pair--;
      if (pair >= 0) open.length = pair;
    }
  }
  return open[0]?.at ?? -1;
}

/** Exports mix the two widths of the round bracket. */
const closes = (close: string, char: string): boolean =>
  close === char || (close === '）' && char === ')') || (close === ')' && char === '）');

/** Ends of the whole sentences of a text. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && SHORT.test(text.slice(0, match.index + 1))) continue;
    // A mark inside brackets ends nothing outside of them.
    if (unclosed(text.slice(0, end)) < 0) ends.push(end);
  }
  return ends;
}

/**
 * A text up to its last whole sentence, for exports that cut long fields off. `cut` tells whether the text ended in
 * mid-sentence: in an open bracket, in a word or mark after which something must follow, or without the mark that its
 * other sentences end with. A single sentence without any mark is taken as it is. What follows the last whole
 * sentence goes, an open bracket with it; the text is empty when nothing whole is left.
 */
export function wholeSentences(text: string): { readonly text: string; readonly cut: boolean } {
  const whole = text.trim();
  const ends = sentenceEnds(whole);
  const last = ends.at(-1) ?? 0;
  if (last === whole.length && whole.length > 0) return { text: whole, cut: false };
  const lastLine = whole.slice(whole.lastIndexOf('\n') + 1);
  const broken = unclosed(whole) >= 0 || OPEN_ENDED.test(whole);
  const unfinished = broken || (last > 0 && !LOOSE_LINE.test(lastLine) && whole.slice(last).trim() !== '');
  return unfinished ? { text: whole.slice(0, last).trim(), cut: true } : { text: whole, cut: false };
}
