import type { TimelineItem } from '@xiaoer/core';

/** Most suggestions, as many as one takes in at a glance. */
const MOST = 3;
/** Less sure than this is no help. */
const LEAST = 0.05;

/** The wish for a person is a turn of its own, in which nothing was weighed: what was asked before it counts. */
const TURNS = 3;

/**
 * Answers that Xiaoer weighed for the shopper's newest words and did not give, best first, by id. None once an agent has
 * answered: what was found for words before is no answer to those after.
 */
export function suggestionsOf(items: readonly TimelineItem[]): readonly string[] {
  let turns = 0;
  for (let n = items.length - 1; n >= 0 && turns < TURNS; n--) {
    const item = items[n];
    if (!item || (item.from.role === 'agent' && item.content.kind === 'text')) return [];
    if (item.content.kind !== 'trace') continue;
    turns += 1;
    const { candidates } = item.content.body;
    const given = new Set(candidates.filter(({ used }) => used).map(({ id }) => id));
    const answers = candidates.filter(({ kind, score, id }) => kind === 'answer' && score >= LEAST && !given.has(id));
    if (answers.length > 0)
      return [...new Set([...answers].sort((a, b) => b.score - a.score).map(({ id }) => id))].slice(0, MOST);
  }
  return [];
}
