import type { Features, Segment, Vocabulary } from '../text/features.ts';
import { features } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { buildIndex, type InvertedIndex } from '../understanding/inverted-index.ts';
import { coverage, meet } from '../understanding/similarity.ts';
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
  /** What a question says; nothing of an answer's text. */
  readonly segments: (doc: number) => readonly Segment[];
  /** The merchant's answers by the library intent that their question is about, a few of the nearest each. */
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

/** From this likeness on a question is about an intent of the library. */
const LINKED = 0.65;

/** Answers that are kept for an intent; more of them no turn would offer. */
const LINKS = 24;

/** Questions whose segments are remembered: they are made when a turn first needs them, and cost more room than the text. */
const REMEMBERED = 20_000;

/** Indexes the merchant's answers beside the library's phrases. */
export function buildPhrasings(
  answers: readonly KnowledgeAnswer[],
  library: readonly Readonly<Record<string, string>>[],
  vocabulary: Vocabulary,
): Phrasings {
  const read = (text: string): Features => features(normalise(text).text, vocabulary);
  const docs: Phrasing[] = [];
  function* phrasingsOfAll(): Generator<Phrasing> {
    for (const phrases of library)
      for (const [id, list] of Object.entries(phrases)) {
        const target = { kind: 'intent', id } as const;
        for (const text of list.split('|')) yield { target, text, body: false };
      }
    for (const answer of answers) {
      const target = { kind: 'answer', id: answer.id } as const;
      for (const text of [answer.question, ...(answer.phrasings ?? [])].flatMap(everyText))
        yield { target, text, body: false };
      for (const text of [answer.answer, ...(answer.variants ?? []).map((one) => one.answer)].flatMap(everyText))
        yield { target, text: text.slice(0, 600), body: true };
    }
  }
  function* units(): Generator<Features['units']> {
    for (const phrasing of phrasingsOfAll()) {
      const found = read(phrasing.text).units;
      if (found.size === 0) continue;
      docs.push(phrasing);
      yield found;
    }
  }
  const index = buildIndex(units());

  const remembered = new Map<number, readonly Segment[]>();
  const segments = (doc: number): readonly Segment[] => {
    const known = remembered.get(doc);
    if (known) return known;
    const { text, body } = docs[doc] as Phrasing;
    const made = body ? [] : read(text).segments;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(doc, made);
    return made;
  };

  // The library's phrases come first, so that their numbers are the same in an index of their own.
  const own = docs.findIndex(({ target }) => target.kind === 'answer');
  const first = own < 0 ? docs.length : own;
  const topics = buildIndex(docs.slice(0, first).map(({ text }) => read(text).units));
  const byTopic = new Map<string, Map<string, number>>();
  for (let doc = first; doc < docs.length; doc++) {
    const { target, text, body } = docs[doc] as Phrasing;
    if (body) continue;
    const query = read(text);
    if (!mayLink(query, topics, index)) continue;
    let best: { id: string; score: number } | undefined;
    for (const hit of topics.search(query.units, 6)) {
      const { asked, said } = likeness(query, hit.doc, { index, docs, segments });
      const score = Math.sqrt(asked * said);
      if (!best || score > best.score) best = { id: (docs[hit.doc] as Phrasing).target.id, score };
    }
    if (!best || best.score < LINKED || !MATTER.test(best.id)) continue;
    const links = byTopic.get(best.id) ?? new Map<string, number>();
    byTopic.set(best.id, links);
    if ((links.get(target.id) ?? 0) < best.score) links.set(target.id, best.score);
  }
  return { index, docs, segments, byTopic: new Map([...byTopic].map(([topic, links]) => [topic, nearest(links)])) };
}

/**
 * Whether a question can reach {@link LINKED} at all: what the library knows of it counts as met, at its highest mass.
 * Far cheaper than to look, and most questions of a large base are about goods that no library knows.
 */
function mayLink({ segments }: Features, topics: InvertedIndex, { rarity }: InvertedIndex): boolean {
  let met = 0;
  let unmet = 0;
  for (const segment of segments) {
    if (segment.weight === 0) continue;
    const { share, mass } = meet(segment, (key) => (topics.has(key) ? 1 : 0), rarity);
    const rarest = Math.max(...segment.concepts.map((concept) => rarity(`c:${concept}`)));
    if (segment.concepts.length > 0 && share > 0) met += segment.weight * rarest;
    else {
      met += share * mass;
      unmet += (1 - share) * mass * UNKNOWN;
    }
  }
  return met > 0 && met / (met + unmet) >= LINKED ** 2;
}

/** The answers nearest to an intent, in the order of the base. */
function nearest(links: ReadonlyMap<string, number>): readonly Link[] {
  const all = [...links].map(([id, strength]): Link => ({ id, strength }));
  if (all.length <= LINKS) return all;
  const kept = new Set(
    all
      .slice()
      .sort((a, b) => b.strength - a.strength)
      .slice(0, LINKS),
  );
  return all.filter((link) => kept.has(link));
}
