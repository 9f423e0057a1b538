import type { Features, Segment, Vocabulary } from '../text/features.ts';
import { features } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { buildIndex, type InvertedIndex } from '../understanding/inverted-index.ts';
import { coverage } from '../understanding/similarity.ts';
import type { KnowledgeAnswer } from './knowledge-source.ts';
import { everyText } from './localized.ts';

/** What a phrasing stands for: an answer of the merchant or an intent of the library. */
export type Target =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'intent'; readonly id: string };

/** One way to say something. A `body` is the answer's own text, which is weaker evidence than a question. */
export interface Phrasing {
  readonly target: Target;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly body: boolean;
}

/** An answer whose question is about a library intent, and how surely. */
export interface Link {
  readonly id: string;
  readonly strength: number;
}

/** Matters of a shop, as against talk and tasks, which no answer of a merchant stands for. */
const MATTER = /^(?!human|bot|order)[a-z]+\./;

/** All phrasings of merchant and library in one index, so that rarity is sensible even in a shop of four answers. */
export interface Phrasings {
  readonly index: InvertedIndex;
  readonly docs: readonly Phrasing[];
  /** The merchant's answers by the library intent that their question is about. */
  readonly byTopic: ReadonlyMap<string, readonly Link[]>;
}

/** Whether any phrasing at all has a segment: a concept of it, a Latin word, or two Han characters. */
export const isKnown = ({ concepts, grams }: Segment, index: InvertedIndex): boolean =>
  concepts.length > 0
    ? concepts.some((concept) => index.has(`c:${concept}`))
    : grams.some(([key]) => (key.startsWith('w:') || (key.startsWith('h:') && key.length >= 4)) && index.has(key));

/**
 * A word that no phrasing has (a product, a town, a story around the question) tells no two phrasings apart, so it
 * counts half; that much of a question is unknown is a signal of its own.
 */
const UNKNOWN = 0.5;

/** Likeness of a question's segments to a phrasing: geometric mean of both coverages, leaning to the question's. */
export function likeness(
  query: Features,
  doc: number,
  { index, docs }: Pick<Phrasings, 'index' | 'docs'>,
): { readonly asked: number; readonly said: number } {
  const phrasing = docs[doc] as Phrasing;
  const rarity = index.rarity;
  const asked = coverage(
    query.segments,
    (key) => Math.min(1, index.weight(doc, key) * 3),
    rarity,
    (segment) => (isKnown(segment, index) ? 1 : UNKNOWN),
  );
  const said = phrasing.body ? 1 : coverage(phrasing.segments, (key) => (query.units.has(key) ? 1 : 0), rarity);
  return { asked, said };
}

/** From this likeness on a question is about an intent of the library. */
const LINKED = 0.65;

/** Indexes the merchant's answers beside the library's phrases. */
export function buildPhrasings(
  answers: readonly KnowledgeAnswer[],
  library: readonly Readonly<Record<string, string>>[],
  vocabulary: Vocabulary,
): Phrasings {
  const docs: Phrasing[] = [];
  const units: ReadonlyMap<string, number>[] = [];
  const add = (target: Target, text: string, body = false) => {
    const found = features(normalise(text).text, vocabulary);
    if (found.units.size === 0) return;
    docs.push({ target, text, segments: body ? [] : found.segments, body });
    units.push(found.units);
  };
  for (const phrases of library)
    for (const [id, list] of Object.entries(phrases))
      for (const text of list.split('|')) add({ kind: 'intent', id }, text);
  const own = docs.length;
  for (const answer of answers) {
    const target = { kind: 'answer', id: answer.id } as const;
    for (const text of [answer.question, ...(answer.phrasings ?? [])].flatMap(everyText)) add(target, text);
    for (const text of everyText(answer.answer)) add(target, text.slice(0, 600), true);
  }
  const index = buildIndex(units);

  // The library's phrases come first, so that their numbers are the same in an index of their own.
  const topics = buildIndex(units.slice(0, own));
  const byTopic = new Map<string, Link[]>();
  for (let d = own; d < docs.length; d++) {
    const { target, text, body } = docs[d] as Phrasing;
    if (body) continue;
    const query = features(normalise(text).text, vocabulary);
    let best: { id: string; score: number } | undefined;
    for (const { doc } of topics.search(query.units, 6)) {
      const { asked, said } = likeness(query, doc, { index, docs });
      const score = Math.sqrt(asked * said);
      if (!best || score > best.score) best = { id: (docs[doc] as Phrasing).target.id, score };
    }
    if (!best || best.score < LINKED || !MATTER.test(best.id)) continue;
    const list = byTopic.get(best.id) ?? [];
    const before = list.find(({ id }) => id === target.id);
    if (before && before.strength >= best.score) continue;
    const link = { id: target.id, strength: best.score };
    byTopic.set(best.id, [...list.filter((one) => one !== before), link]);
  }
  return { index, docs, byTopic };
}
