import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Features } from '../text/features.ts';

/** A phrasing that was found, for which part of the sentence. */
export interface Retrieved {
  readonly doc: number;
  readonly query: Features;
  /** 1 for the whole sentence, less for one clause of it. */
  readonly part: number;
}

const WHOLE = 14;
const CLAUSE = 8;
const OF_A_CLAUSE = 0.96;

/** Third stage: BM25 candidates for the sentence and for each of its clauses. */
export function retrieve(whole: Features, parts: readonly Features[], knowledge: Knowledge): readonly Retrieved[] {
  const { index } = knowledge.phrasings;
  const found: Retrieved[] = index.search(whole.units, WHOLE).map(({ doc }) => ({ doc, query: whole, part: 1 }));
  if (parts.length > 1)
    for (const query of parts)
      for (const { doc } of index.search(query.units, CLAUSE)) found.push({ doc, query, part: OF_A_CLAUSE });
  return found;
}
