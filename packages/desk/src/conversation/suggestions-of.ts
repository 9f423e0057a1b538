import type { TimelineItem } from '@xiaoer/core';

/** Most suggestions, as many as one takes in at a glance. */
const MOST = 3;
/** Less sure than this is no help. */
const LEAST = 0.05;

/**
 * Answers that Xiaoer weighed for the shopper's newest words, best first, by id. None once an agent has answered: what was
 * found for words before is no answer to those after.
 */
export function suggestionsOf(items: readonly TimelineItem[]): readonly string[] {
  for (let n = items.length - 1; n >= 0; n--) {
    const item = items[n];
    if (!item || (item.from.role === 'agent' && item.content.kind === 'text')) return [];
    if (item.content.kind !== 'trace') continue;
    const answers = item.content.body.candidates.filter(({ kind, score }) => kind === 'answer' && score >= LEAST);
    return [...new Set([...answers].sort((a, b) => b.score - a.score).map(({ id }) => id))].slice(0, MOST);
  }
  return [];
}
