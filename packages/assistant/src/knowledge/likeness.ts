import type { Features, Segment } from '../text/features.ts';
import type { InvertedIndex } from '../understanding/inverted-index.ts';
import { coverage } from '../understanding/similarity.ts';
import type { Phrasing, Phrasings } from './phrasings.ts';

/** Whether any phrasing at all has a segment: a concept of it, a Latin word, or two Han characters. */
export const isKnown = ({ concepts, grams }: Segment, index: InvertedIndex): boolean =>
  concepts.length > 0
    ? concepts.some((concept) => index.has(`c:${concept}`))
    : grams.some(([key]) => (key.startsWith('w:') || (key.startsWith('h:') && key.length >= 4)) && index.has(key));

/**
 * A word that no phrasing has (a product, a town, a story around the question) tells no two phrasings apart, so it
 * counts half; that much of a question is unknown is a signal of its own.
 */
export const UNKNOWN = 0.5;

/** Likeness of a question's segments to a phrasing: geometric mean of both coverages, leaning to the question's. */
export function likeness(
  query: Features,
  doc: number,
  { index, docs, segments }: Pick<Phrasings, 'index' | 'docs' | 'segments'>,
): { readonly asked: number; readonly said: number } {
  const phrasing = docs[doc] as Phrasing;
  const rarity = index.rarity;
  const asked = coverage(
    query.segments,
    (key) => Math.min(1, index.weight(doc, key) * 3),
    rarity,
    (segment) => (isKnown(segment, index) ? 1 : UNKNOWN),
  );
  const said = phrasing.body ? 1 : coverage(segments(doc), (key) => (query.units.has(key) ? 1 : 0), rarity);
  return { asked, said };
}
