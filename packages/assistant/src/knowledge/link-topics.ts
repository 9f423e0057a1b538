import type { Features } from '../text/features.ts';
import { buildIndex, type InvertedIndex } from '../understanding/inverted-index.ts';
import { meet, type Rarity } from '../understanding/similarity.ts';
import type { KnowledgeAnswer } from './knowledge-source.ts';
import { likeness, UNKNOWN } from './likeness.ts';
import { everyText } from './localized.ts';
import type { Phrasing, Phrasings } from './phrasings.ts';

/** An answer whose question is about a library intent, and how surely. */
export interface Link {
  readonly id: string;
  readonly strength: number;
}

/** Matters of a shop, as against talk and tasks, which no answer of a merchant stands for. */
const MATTER = /^(?!human|bot|order)[a-z]+\./;

/** From this likeness on a question is about an intent of the library. */
const LINKED = 0.65;

/** Answers that are kept for an intent; more of them no turn would offer. */
const LINKS = 24;

/** From so many answers on, what no library can know is left out by the rarity of words in a sample of them. */
const MANY = 20_000;
const SAMPLE = 2_000;
/** What the sample may be wrong by. */
const SLACK = 0.7;

/** How rare words are in an even sample of a large base; undefined for one that is small enough to be looked through. */
export function sampleOf(answers: readonly KnowledgeAnswer[], read: (text: string) => Features): Rarity | undefined {
  if (answers.length <= MANY) return undefined;
  const every = Math.floor(answers.length / SAMPLE);
  const texts = answers.flatMap(({ question, answer }, n) => (n % every === 0 ? [question, answer] : []));
  return buildIndex(texts.flatMap(everyText).map((text) => read(text).units)).rarity;
}

/** Candidates that are looked at in one step. */
const AT_ONCE = 50;

/** Finds which answers are about which intents of the library: first what may be, while the index is built, then what is. */
export function createLinker(topics: InvertedIndex, phrases: readonly Phrasing[], sample: Rarity | undefined) {
  const candidates: number[] = [];
  return {
    /** Notes a question that is about an intent, perhaps. */
    consider(doc: number, said: Features): void {
      if (!sample || reach(said, topics, sample, true) >= LINKED ** 2 * SLACK) candidates.push(doc);
    },
    /** The answers nearest to each intent. */
    *linkSteps(
      all: Pick<Phrasings, 'index' | 'docs' | 'segments'>,
      read: (doc: number) => Features,
    ): Generator<undefined, Phrasings['byTopic']> {
      const byTopic = new Map<string, Map<string, number>>();
      for (const [n, doc] of candidates.entries()) {
        if (n % AT_ONCE === 0) yield;
        const query = read(doc);
        if (reach(query, topics, all.index.rarity) < LINKED ** 2) continue;
        let best: { id: string; score: number } | undefined;
        for (const hit of topics.search(query.units, 6)) {
          const { asked, said } = likeness(query, hit.doc, all);
          const score = Math.sqrt(asked * said);
          if (!best || score > best.score) best = { id: (phrases[hit.doc] as Phrasing).target.id, score };
        }
        if (!best || best.score < LINKED || !MATTER.test(best.id)) continue;
        const links = byTopic.get(best.id) ?? new Map<string, number>();
        byTopic.set(best.id, links);
        const { id } = (all.docs[doc] as Phrasing).target;
        if ((links.get(id) ?? 0) < best.score) links.set(id, best.score);
      }
      return new Map([...byTopic].map(([topic, links]) => [topic, nearest(links)]));
    },
  };
}

/**
 * The share of a question that the library knows, at its highest: no likeness to a phrase of it is above the root of
 * this. Far cheaper than to look, and most questions of a large base are about goods that no library knows. `quick`: a
 * word that the library has nothing of counts as rare, unseen.
 */
function reach({ segments }: Features, topics: InvertedIndex, rarity: Rarity, quick = false): number {
  let met = 0;
  let unmet = 0;
  for (const segment of segments) {
    if (segment.weight === 0) continue;
    if (quick && segment.concepts.length === 0 && !segment.grams.some(([key]) => topics.has(key))) {
      unmet += segment.weight * UNKNOWN;
      continue;
    }
    const { share, mass } = meet(segment, (key) => (topics.has(key) ? 1 : 0), rarity);
    const rarest = Math.max(...segment.concepts.map((concept) => rarity(`c:${concept}`)));
    if (segment.concepts.length > 0 && share > 0) met += segment.weight * rarest;
    else {
      met += share * mass;
      unmet += (1 - share) * mass * UNKNOWN;
    }
  }
  return met > 0 ? met / (met + unmet) : 0;
}

/** The answers nearest to an intent, in the order of the base. */
function nearest(links: ReadonlyMap<string, number>): readonly Link[] {
  const all = [...links].map(([id, strength]): Link => ({ id, strength }));
  if (all.length <= LINKS) return all;
  const strongest = all.slice().sort((a, b) => b.strength - a.strength);
  const kept = new Set(strongest.slice(0, LINKS));
  return all.filter((link) => kept.has(link));
}
