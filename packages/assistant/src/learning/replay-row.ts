import type { Reply } from '@xiaoer/core/protocol';
import type { Book } from './book.ts';
import { candidateOf } from './candidates.ts';
import type { Round } from './round.ts';

/** What is known of what would have been right. */
export interface Truth {
  /** What helped: ids of answers, or decisions with their source. */
  readonly right: readonly string[];
  /** What was said when it helped: an answer of another name that says the same is right. */
  readonly said?: string | undefined;
  /** What did not. */
  readonly wrong: readonly string[];
  /** What a person answered in words of their own: an answer that says the same is right, any other is wrong. */
  readonly reply?: string | undefined;
  /** A person was wanted. */
  readonly person?: true | undefined;
}

/** One message that is asked again. */
export interface ReplayRow {
  readonly conversation?: string | undefined;
  readonly turn?: number | undefined;
  readonly text: string;
  readonly reply?: Reply | undefined;
  readonly about?: string | undefined;
  readonly locale: string;
  readonly signedIn: boolean;
  readonly at: number;
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  /** What it is about, where somebody says so; else the library of intents is asked. */
  readonly intent?: string | undefined;
  readonly truth: Truth;
}

/** Wishes that no answer fulfils. */
const WANTS_PERSON = new Set(['wish', 'anger', 'risk']);

function truthOf(round: Round, book: Book): Truth {
  const { outcome, disliked, followed, chosen, answered } = round;
  const found = candidateOf(round, book);
  const right: string[] = [];
  const helpful = !disliked && (followed || !outcome?.guessed);
  if (outcome?.did === 'answered' && outcome.given !== undefined && helpful) right.push(outcome.given);
  if (chosen !== undefined) right.push(chosen);
  if (found?.picked) right.push(found.picked.id);
  const given = disliked ? outcome?.given : undefined;
  const wrong = [...(given === undefined || right.includes(given) ? [] : [given]), ...(found?.rejected ?? [])];
  const helped = outcome?.did === 'answered' && right[0] === outcome.given ? round.said : undefined;
  const person = outcome?.did === 'person' && WANTS_PERSON.has(outcome.reason ?? '') && !book.matters(round.text);
  const angry = outcome?.did === 'person' && (outcome.reason === 'anger' || outcome.reason === 'risk');
  return {
    right,
    ...(helped ? { said: helped } : {}),
    wrong,
    ...(answered && right.length === 0 && !person ? { reply: answered.text } : {}),
    ...(person || angry ? { person: true } : {}),
  };
}

/** Messages of recorded rounds with what came of them. Buttons and talk say nothing of what is known, and are left out. */
export const rowsOf = (rounds: readonly Round[], book: Book): readonly ReplayRow[] =>
  rounds.flatMap((round): ReplayRow[] => {
    const { reply, outcome, text, conversation, turn, about, locale, signedIn, at, before } = round;
    if (reply !== undefined || text === '' || outcome?.did === 'talk') return [];
    const wantsPerson = outcome?.did === 'person' && WANTS_PERSON.has(outcome.reason ?? '');
    if (!wantsPerson && !book.matters(text)) return [];
    return [{ conversation, turn, text, about, locale, signedIn, at, before, truth: truthOf(round, book) }];
  });
