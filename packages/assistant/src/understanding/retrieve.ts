import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Features } from '../text/features.ts';
import type { Hit, InvertedIndex } from './inverted-index.ts';

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

const searched = new WeakMap<Features, { readonly index: InvertedIndex; readonly hits: readonly Hit[] }>();

/** The phrasings nearest to a text. The same features in the same index are looked for once. */
function hitsOf(query: Features, { phrasings: { index } }: Knowledge): readonly Hit[] {
  const known = searched.get(query);
  if (known?.index === index) return known.hits;
  const hits = index.search(query.units, WHOLE);
  searched.set(query, { index, hits });
  return hits;
}

/** Third stage: BM25 candidates for the sentence and for each of its clauses. */
export function retrieve(whole: Features, parts: readonly Features[], knowledge: Knowledge): readonly Retrieved[] {
  const found: Retrieved[] = hitsOf(whole, knowledge).map(({ doc }) => ({ doc, query: whole, part: 1 }));
  if (parts.length > 1)
    for (const query of parts)
      for (const { doc } of hitsOf(query, knowledge).slice(0, CLAUSE)) found.push({ doc, query, part: OF_A_CLAUSE });
  return found;
}
