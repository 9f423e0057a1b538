/** Words of one session that are kept for counting. */
const MOST_WORDS = 60;
const MOST_CHARS = 1_000;

/** Words that say nothing of what is asked. */
const EMPTY = new Set(
  `the and for you your are was were with that this have has had not but can could would will what when where which who how why
  there here from they them then than its our out get got just like please hello thanks thank yes okay about into any all some
  one did does don doesn didn isn aren won can't also very much more been being let may still want need know
  怎么 什么 可以 你们 我们 这个 那个 一个 没有 不是 就是 还是 是不是 有没有 请问 你好 您好 谢谢 现在 已经 一下 知道 如果 因为 所以
  的话 这样 那么 怎样 多少 哪里 为什么 我的 你的 什么时候 能不能 可不可以 他们 自己 时候 不能 不会 不要 还有 或者 但是 而且 然后 觉得 这里 那里 这边 那边`
    .split(/\s+/)
    .filter(Boolean),
);

/** Characters that end a word where they stand alone. */
const PARTICLES = new Set(
  '我你他她它您的了吗呢吧啊呀哦嗯在是有没要不会能就都也很还这那给把被到多几个和跟与或从对为可又再才只让说看来去上下里得着过请问'.split(
    '',
  ),
);

const CJK = /^[\u3400-\u9fff\uf900-\ufaff]+$/;
let segmenter: Intl.Segmenter | undefined;

const counts = (word: string): boolean => {
  if (/\d/.test(word) || word.length > 30 || EMPTY.has(word)) return false;
  return word.length >= (CJK.test(word) ? 2 : 3);
};

/** Words of a text. What the segmenter's list does not know it cuts into single characters: those are put together again. */
function* words(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let loose = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const single = segment.length === 1 && CJK.test(segment) && !PARTICLES.has(segment);
    if (single && loose.length < 4) {
      loose += segment;
      continue;
    }
    yield loose;
    loose = single ? segment : '';
    if (isWordLike && !single) yield segment;
  }
  yield loose;
}

/**
 * The words of a text that may be counted: in lower case, without those that say nothing, and without anything that has
 * a digit in it, such as the number of an order or a phone.
 */
export function wordsIn(text: string, into: Set<string>): void {
  for (const word of words(text.slice(0, MOST_CHARS).normalize('NFKC').toLowerCase())) {
    if (into.size >= MOST_WORDS) return;
    if (counts(word)) into.add(word);
  }
}
