import { detectLanguage, type Language, languageOf } from '../text/language.ts';
import { normalise } from '../text/normalise.ts';
import type { Book } from './book.ts';
import type { Round } from './round.ts';

/** A question that a person answered, or nobody did: something to learn from. */
export interface Candidate {
  readonly conversation: string;
  readonly turn: number;
  readonly at: number;
  /** What was asked, with numbers, addresses and links taken out. */
  readonly text: string;
  readonly lang: Language;
  readonly why: 'handed-over' | 'abstained' | 'disliked';
  /** What was answered and did not help. */
  readonly given?: string | undefined;
  /** What a person answered. */
  readonly reply?: { readonly text: string; readonly agent: string } | undefined;
  /** The answer that the person took as it is, or nearly. */
  readonly picked?: { readonly id: string; readonly sure: boolean } | undefined;
  /** The saved reply that it was. */
  readonly canned?: string | undefined;
  /** The answer that the shopper chose on a chip. */
  readonly chosen?: string | undefined;
  /** Answers that were laid before the person, who wrote something else. */
  readonly rejected: readonly string[];
}

/** Longer ones are stories, which no other shopper tells in these words. */
const LONGEST = 300;

/** Stands where a number, an address or a link was. */
const PLACE = '…';

/** What was written, without what could tell who wrote it. */
export function withoutValues(text: string): string {
  const { masks } = normalise(text);
  // Values are found in compatibility forms; where those are not how it was written, they are what is kept.
  let plain = masks.every(({ value }) => text.includes(value)) ? text : text.normalize('NFKC');
  for (const { value } of masks) plain = plain.replaceAll(value, PLACE);
  return plain.replace(/\s+/g, ' ').trim();
}

const whyOf = ({ outcome, disliked }: Round): Candidate['why'] | undefined => {
  if (!outcome || outcome.did === 'person') return 'handed-over';
  if (disliked) return 'disliked';
  return outcome.did === 'unknown' || outcome.did === 'offered' ? 'abstained' : undefined;
};

/** Answers that were laid before an agent: those weighed, and those whose words stood among the suggestions. */
const laidOf = ({ laid }: Round, book: Book): readonly string[] => [
  ...new Set([...laid.texts.flatMap((text) => book.exactly(text) ?? []), ...laid.ids]),
];

/** What there is to learn from a round, if anything. */
export function candidateOf(round: Round, book: Book): Candidate | undefined {
  const why = whyOf(round);
  // A button's label is ours, not the shopper's.
  if (!why || round.reply !== undefined || round.text.length > LONGEST || !book.matters(round.text)) return undefined;
  const { answered, chosen, outcome } = round;
  const laid = answered ? laidOf(round, book) : [];
  const exact = answered && book.exactly(answered.text);
  const likest = answered && exact === undefined ? book.likest(answered.text)?.id : undefined;
  const id = exact ?? likest;
  return {
    conversation: round.conversation,
    turn: round.turn,
    at: round.at,
    text: withoutValues(round.text),
    lang: detectLanguage(round.text) ?? languageOf(round.locale),
    why,
    ...(why === 'disliked' && outcome?.given !== undefined ? { given: outcome.given } : {}),
    ...(answered ? { reply: { text: answered.text, agent: answered.agent } } : {}),
    ...(id === undefined ? {} : { picked: { id, sure: exact !== undefined && laid.includes(exact) } }),
    ...(answered && book.canned(answered.text) !== undefined ? { canned: book.canned(answered.text) } : {}),
    ...(chosen === undefined ? {} : { chosen }),
    rejected: answered ? laid.filter((one) => one !== id && !book.says(one, answered.text)) : [],
  };
}

/** All that there is to learn from, in the order of the rounds. */
export const candidatesOf = (rounds: readonly Round[], book: Book): readonly Candidate[] =>
  rounds.flatMap((round) => candidateOf(round, book) ?? []);
