import type { Turn } from '../assistant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type DialogueState, INITIAL_STATE } from '../state.ts';
import { detectLanguage, type Language, languageOf } from '../text/language.ts';
import type { Book } from './book.ts';
import { outcomeOf } from './outcome-of.ts';
import type { ReplayRow } from './replay-row.ts';
import type { Outcome } from './round.ts';
import { plainText } from './word-set.ts';

/** A message that was asked again, and whether what came of it is right. */
export interface Played {
  readonly row: ReplayRow;
  readonly did: Outcome['did'];
  readonly given?: string | undefined;
  /** Answers it thought of, the surest first; what was given is among them. */
  readonly near: Outcome['near'];
  /** Of an answer that was given; `unknown` where nobody knows. */
  readonly verdict?: 'right' | 'wrong' | 'unknown' | undefined;
  readonly lang: Language;
  readonly intent: string;
  readonly ms: number;
}

/** What messages are asked again of. */
export interface Replayed {
  readonly turn: Turn;
  readonly knowledge: Knowledge;
  readonly book: Book;
  /** Milliseconds that only go forward, for the time of a turn. */
  readonly monotonic: () => number;
  /** What a change says its texts are about, by their words. */
  readonly taught?: ReadonlyMap<string, string> | undefined;
}

/** Whether an answer is right for a message, as far as anybody knows. */
export function verdictOf(
  given: string | undefined,
  { text, truth }: ReplayRow,
  { book, taught }: Pick<Replayed, 'book' | 'taught'>,
): NonNullable<Played['verdict']> {
  const meant = taught?.get(plainText(text));
  if (meant !== undefined) return given === meant ? 'right' : 'wrong';
  if (given !== undefined && truth.right.includes(given)) return 'right';
  if (given !== undefined && truth.wrong.includes(given)) return 'wrong';
  // Another answer that says the same as the right one is right as well.
  const says = (words: string): boolean => given !== undefined && book.answers.has(given) && book.says(given, words);
  if (truth.right.length > 0) {
    const words = truth.right.flatMap((id) => {
      const answer = book.answers.get(id)?.answer;
      return answer === undefined ? [] : typeof answer === 'string' ? [answer] : Object.values(answer);
    });
    return [...words, ...(truth.said === undefined ? [] : [truth.said])].some(says) ? 'right' : 'wrong';
  }
  if (truth.reply !== undefined) return says(truth.reply) ? 'right' : 'wrong';
  return truth.person || truth.wrong.length > 0 ? 'wrong' : 'unknown';
}

/** Asks messages again, each in the state that its conversation was in. In steps: a step is one message. */
export function* replaySteps(
  rows: readonly ReplayRow[],
  { turn, knowledge, book, monotonic, taught }: Replayed,
): Generator<undefined, readonly Played[]> {
  const played: Played[] = [];
  for (const row of rows) {
    const { text, reply, about, locale, signedIn, at } = row;
    const state = (row.before as DialogueState | undefined) ?? INITIAL_STATE;
    const from = monotonic();
    const result = turn(state, { kind: 'message', text, reply, about, locale, shopper: { signedIn }, at }, knowledge);
    const ms = monotonic() - from;
    const handed = result.actions.find((action) => action.do === 'handoff')?.reason;
    const { did, given, near } = outcomeOf(result.trace, handed);
    const lang = detectLanguage(text) ?? languageOf(locale);
    const library = knowledge.intents(lang)?.read(text, 1);
    played.push({
      row,
      did,
      given,
      near: given === undefined ? near : [...near].sort((a, b) => Number(b.id === given) - Number(a.id === given)),
      verdict: did === 'answered' ? verdictOf(given, row, { book, taught }) : undefined,
      lang,
      intent: row.intent ?? (library && library.band !== 'hand-over' ? library.ranked[0]?.label : undefined) ?? '–',
      ms,
    });
    yield;
  }
  return played;
}
