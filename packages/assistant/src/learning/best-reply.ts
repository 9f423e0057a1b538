import type { Candidate } from './candidates.ts';
import { withoutValues } from './candidates.ts';
import { plainText, saysTheSame, wordSet } from './word-set.ts';

/** An agent's words that could be the answer for all. */
export interface BestReply {
  readonly text: string;
  /** How many replies of the group are these words, and how many say the same. */
  readonly used: number;
  readonly alike: number;
}

/** Replies that are compared with each other: every pair costs. */
const MOST = 60;
const SAME = 0.6;

/**
 * The reply that says what most of the others say (the medoid), the shorter one of two that say it as often. What could tell who
 * it was written to is taken out.
 */
export function bestReply(candidates: readonly Candidate[]): BestReply | undefined {
  const byWords = new Map<string, { text: string; used: number }>();
  for (const { reply } of candidates) {
    if (!reply) continue;
    const text = withoutValues(reply.text);
    const key = plainText(text);
    const known = byWords.get(key);
    if (known) known.used += 1;
    else if (key !== '') byWords.set(key, { text, used: 1 });
  }
  const replies = [...byWords.values()].sort((a, b) => b.used - a.used).slice(0, MOST);
  const sets = replies.map(({ text }) => wordSet(text));
  let best: BestReply | undefined;
  replies.forEach(({ text, used }, n) => {
    let alike = 0;
    replies.forEach((other, k) => {
      const here = sets[n];
      const there = sets[k];
      if (k === n || (here && there && saysTheSame(here, there) >= SAME)) alike += other.used;
    });
    const better =
      !best ||
      alike > best.alike ||
      (alike === best.alike && (used > best.used || (used === best.used && text.length < best.text.length)));
    if (better) best = { text, used, alike };
  });
  return best;
}
