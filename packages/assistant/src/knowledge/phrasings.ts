import type { Features, Segment, Vocabulary } from '../text/features.ts';
import { readFeatures } from '../text/features.ts';
import { buildIndex, type InvertedIndex, indexSteps } from '../understanding/inverted-index.ts';
import type { KnowledgeAnswer } from './knowledge-source.ts';
import { createLinker, type Link, sampleOf } from './link-topics.ts';
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

/** All phrasings of merchant and library in one index, so that rarity is sensible even in a shop of four answers. */
export interface Phrasings {
  readonly index: InvertedIndex;
  readonly docs: readonly Phrasing[];
  /** What a question says; nothing of an answer's text. */
  readonly segments: (doc: number) => readonly Segment[];
  /** The merchant's answers by the library intent that their question is about, a few of the nearest each. */
  readonly byTopic: ReadonlyMap<string, readonly Link[]>;
}

/** Questions whose segments are remembered: they are made when a turn first needs them, and cost more room than the text. */
const REMEMBERED = 20_000;

/** Characters of an answer's text that are looked through. */
const BODY = 600;

/**
 * Indexes the merchant's answers beside the library's phrases, reading each text once and keeping none of its parts. In
 * steps, so that whoever runs them can answer others in between.
 */
export function* phrasingSteps(
  answers: readonly KnowledgeAnswer[],
  library: readonly Readonly<Record<string, string>>[],
  vocabulary: Vocabulary,
): Generator<undefined, Phrasings> {
  const read = (text: string): Features => readFeatures(text, vocabulary);
  const phrases = library.flatMap((intents) =>
    Object.entries(intents).flatMap(([id, list]) =>
      list.split('|').map((text): Phrasing => ({ target: { kind: 'intent', id }, text, body: false })),
    ),
  );
  const topics = buildIndex(phrases.map(({ text }) => read(text).units));
  const linker = createLinker(topics, phrases, sampleOf(answers, read));

  const docs: Phrasing[] = [];
  function* units(): Generator<Features['units']> {
    for (const phrase of phrases) {
      docs.push(phrase);
      yield read(phrase.text).units;
    }
    for (const answer of answers)
      for (const phrasing of phrasingsOf(answer)) {
        const found = read(phrasing.text);
        if (found.units.size === 0) continue;
        if (!phrasing.body) linker.consider(docs.length, found);
        docs.push(phrasing);
        yield found.units;
      }
  }
  const index = yield* indexSteps(units());

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
  const byTopic = yield* linker.linkSteps({ index, docs, segments }, (doc) => read((docs[doc] as Phrasing).text));
  return { index, docs, segments, byTopic };
}

function phrasingsOf({ id, question, phrasings = [], answer, variants = [] }: KnowledgeAnswer): readonly Phrasing[] {
  const target = { kind: 'answer', id } as const;
  return [
    ...[question, ...phrasings].flatMap(everyText).map((text): Phrasing => ({ target, text, body: false })),
    ...[answer, ...variants.map((one) => one.answer)]
      .flatMap(everyText)
      .map((text): Phrasing => ({ target, text: text.slice(0, BODY), body: true })),
  ];
}
