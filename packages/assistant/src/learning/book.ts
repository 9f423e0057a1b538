import type { Knowledge } from '../knowledge/knowledge.ts';
import type { KnowledgeAnswer, Localized } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import { type Features, readFeatures } from '../text/features.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { readServiceTalk } from '../understanding/service-talk.ts';
import { plainText, saysTheSame, type WordSet, wordSet } from './word-set.ts';

/** Something that agents say often; `{shopper}` and other names in braces are places to fill in. */
export interface CannedReply {
  readonly id: string;
  readonly text: Localized;
}

/** From here on a text says what an answer says. */
export const SAME = 0.6;

/** As long as an answer is that is laid before an agent. */
const LAID = 240;

/** Answers that are compared with a text: those that share its rarest words. */
const LOOKED_AT = 8;

/** Words without a matter: they mean nothing beside what was asked before. */
const TALK = new Set(['human.request', 'greet', 'thanks', 'bye', 'bot.identity', 'yes', 'no', 'abort']);

/** The merchant's answers and saved replies, by their words. */
export interface Book {
  readonly answers: ReadonlyMap<string, KnowledgeAnswer>;
  /** Whether a shopper's text is about anything at all. */
  readonly matters: (text: string) => boolean;
  /** Whether a text is a greeting and nothing else. */
  readonly greets: (text: string) => boolean;
  /** The answer that a text is, word for word, as agents are offered it. */
  exactly(text: string): string | undefined;
  /** The saved reply that a text is, its places filled in. */
  canned(text: string): string | undefined;
  /** The answer that says what a text says, in other words perhaps. */
  likest(text: string): { readonly id: string; readonly share: number } | undefined;
  /** Whether an answer says what a text says. */
  says(answer: string, text: string): boolean;
}

const wordsOf = ({ answer, variants = [] }: KnowledgeAnswer): readonly string[] =>
  [answer, ...variants.map((one) => one.answer)].flatMap(everyText);

/** The pieces of a saved reply between its places. */
const piecesOf = (text: string): readonly string[] => text.split(/\{[^{}]*\}/).map(plainText);

/** Whether the pieces stand in a text in their order and begin and end it; of one that is all place nothing is told. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = '', ...rest] = pieces;
  if (pieces.join('').length < 4 || !text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = rest.at(-1) ?? '';
  return text.length - last.length >= at && text.endsWith(last);
}

/** Looks words up in what a shop knows. */
export function createBook(knowledge: Knowledge, saved: readonly CannedReply[] = []): Book {
  const { answers, phrasings, vocabulary } = knowledge;
  const exact = new Map<string, string>();
  for (const answer of answers.values())
    for (const text of wordsOf(answer))
      for (const key of [plainText(text), plainText(clip(text, LAID))]) if (!exact.has(key)) exact.set(key, answer.id);
  const canned = saved.flatMap(({ id, text }) => everyText(text).map((one) => ({ id, pieces: piecesOf(one) })));
  const sets = new Map<string, readonly WordSet[]>();
  const setsOf = (id: string): readonly WordSet[] => {
    const known = sets.get(id);
    if (known) return known;
    const answer = answers.get(id);
    const made = answer ? wordsOf(answer).map(wordSet) : [];
    sets.set(id, made);
    return made;
  };
  const shareOf = (id: string, text: WordSet): number =>
    Math.max(0, ...setsOf(id).map((words) => saysTheSame(words, text)));

  const talks = (features: Features, of: (id: string) => boolean): boolean =>
    readServiceTalk(features).some(({ id, confidence }) => of(id) && confidence >= ANSWER_BAND);

  return {
    answers,
    matters(text) {
      const features = readFeatures(text, vocabulary);
      return features.segments.some(({ weight }) => weight >= 0.3) && !talks(features, (id) => TALK.has(id));
    },
    greets: (text) => talks(readFeatures(text, vocabulary), (id) => id === 'greet'),
    exactly: (text) => exact.get(plainText(text)),
    canned(text) {
      const plain = plainText(text);
      return canned.find(({ pieces }) => fits(pieces, plain))?.id;
    },
    likest(text) {
      const words = wordSet(text);
      const { units } = readFeatures(text, vocabulary);
      const isBody = (doc: number) => phrasings.docs[doc]?.body === true;
      let best: { id: string; share: number } | undefined;
      for (const { doc } of phrasings.index.search(units, LOOKED_AT, isBody)) {
        const id = phrasings.docs[doc]?.target.id ?? '';
        const share = shareOf(id, words);
        if (share >= SAME && share > (best?.share ?? 0)) best = { id, share };
      }
      return best;
    },
    says: (answer, text) => shareOf(answer, wordSet(text)) >= SAME,
  };
}
