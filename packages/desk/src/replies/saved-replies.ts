import { isObject } from '@xiaoer/core/protocol';

/** Something that agents say often. */
export interface SavedReply {
  readonly id: string;
  readonly title: string;
  /** With places such as `{shopper}`; see `fillIn`. */
  readonly text: string;
}

/** The merchant's saved replies, read for each language when they are needed, and again after a while. */
export interface SavedReplies {
  /** Those that fit the words, best first. Rejects when they cannot be read; the next call tries again. */
  search(words: string, most: number, locale: string): Promise<readonly SavedReply[]>;
}

const isSavedReply = (value: unknown): value is SavedReply =>
  isObject(value) && ['id', 'title', 'text'].every((field) => typeof value[field] === 'string');

function listOf(answer: unknown): readonly SavedReply[] {
  const replies = isObject(answer) ? answer['replies'] : undefined;
  if (!Array.isArray(replies)) throw new Error('Saved replies must be an object with a list called "replies".');
  return replies.filter(isSavedReply);
}

/** How well a reply fits: by the beginning of its title, somewhere in it, in its text. 0 where it does not. */
export function fit({ id, title, text }: SavedReply, words: string): number {
  const wanted = words.toLowerCase();
  const name = title.toLowerCase();
  if (name.startsWith(wanted) || id.startsWith(wanted)) return 3;
  if (name.includes(wanted) || id.includes(wanted)) return 2;
  return text.toLowerCase().includes(wanted) ? 1 : 0;
}

/** So long what was read is good, in milliseconds: an admin may change it meanwhile. */
const FRESH_MS = 30_000;

/** Saved replies behind an address that answers `{ replies: SavedReply[] }` in a language. */
export function createSavedReplies(
  read: (locale: string) => Promise<unknown>,
  now: () => number = Date.now,
): SavedReplies {
  const loading = new Map<string, { readonly at: number; readonly answer: Promise<readonly SavedReply[]> }>();
  const load = (locale: string) => {
    const before = loading.get(locale);
    if (before && now() - before.at < FRESH_MS) return before.answer;
    const answer = read(locale).then(listOf);
    loading.set(locale, { at: now(), answer });
    // What was read once stays until it can be read again.
    const kept = before ? answer.catch(() => before.answer) : answer;
    answer.catch(() => loading.delete(locale));
    return kept;
  };
  return {
    async search(words, most, locale) {
      return (await load(locale))
        .map((reply) => ({ reply, fit: fit(reply, words) }))
        .filter((row) => row.fit > 0)
        .sort((a, b) => b.fit - a.fit)
        .slice(0, most)
        .map((row) => row.reply);
    },
  };
}
