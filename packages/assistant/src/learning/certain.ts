import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Candidate } from './candidates.ts';
import type { Change } from './change.ts';
import type { Lesson } from './lessons.ts';

/** How often a saved reply must have been used for the same question. */
const TWICE = 2;
/** A phrasing that is learnt without being asked is short: nobody reads it before. */
const LONGEST = 120;
/** Added to one answer at once. */
const MOST = 8;

/**
 * Phrasings whose label is certain: the agent took our suggestion as it was, or used the same saved reply twice for what many ask
 * alike, and that reply is an answer of the merchant. Never one that an agent turned down for the same question.
 */
export function certainChanges(lessons: readonly Lesson[], knowledge: Knowledge): readonly Change[] {
  return lessons.flatMap(({ members }) => {
    const canned = new Map<string, number>();
    for (const one of members) if (one.canned !== undefined) canned.set(one.canned, (canned.get(one.canned) ?? 0) + 1);
    const labelOf = ({ picked, canned: used }: Candidate): string | undefined =>
      picked && (picked.sure || (used !== undefined && (canned.get(used) ?? 0) >= TWICE)) ? picked.id : undefined;
    const labels = new Set(members.flatMap((one) => labelOf(one) ?? []));
    const refused = new Set(
      members.flatMap(({ rejected, given }) => [...rejected, ...(given === undefined ? [] : [given])]),
    );
    const [id] = labels;
    // Two labels for one question are none.
    if (id === undefined || labels.size > 1 || refused.has(id) || !knowledge.answers.has(id)) return [];
    const texts = new Map<string, Candidate>();
    for (const one of members)
      if (labelOf(one) !== undefined && one.text.length <= LONGEST && !one.text.includes('…')) texts.set(one.text, one);
    return [...texts.values()]
      .slice(0, MOST)
      .map((one): Change => ({ do: 'phrase', answer: id, text: one.text, lang: one.lang }));
  });
}
