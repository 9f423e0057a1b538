import { type AnswerRow, isBounded } from '../teaching/draft.ts';
import { everyText, type KnowledgeAnswer } from '../teaching/knowledge-answer.ts';

/** Which answers are shown. */
export const ANSWER_VIEWS = ['all', 'unsaved', 'bounded', 'over', 'untranslated'] as const;

/** One of them. */
export type AnswerView = (typeof ANSWER_VIEWS)[number];

/** What the list is narrowed by. */
export interface AnswerFilter {
  readonly text: string;
  readonly view: AnswerView;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything that can be searched for, the question first. */
const wordsOf = ({ id, question, phrasings = [], answer, variants = [] }: KnowledgeAnswer): string =>
  plain(
    [question, ...phrasings, answer, ...variants.map((one) => one.answer)].flatMap(everyText).concat(id).join('\n'),
  );

/** Whether it holds no more. */
export const isOver = ({ when }: KnowledgeAnswer, now: number): boolean =>
  when?.until !== undefined && when.until <= now;

/** Languages of the shop that its answer is not written in. */
export const missingIn = ({ answer }: KnowledgeAnswer, locales: readonly string[]): readonly string[] =>
  typeof answer === 'string' ? [] : locales.filter((locale) => !answer[locale]?.trim());

function isIn(view: AnswerView, { answer, state }: AnswerRow, now: number, locales: readonly string[]): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'unsaved':
      return state !== 'same';
    case 'bounded':
      return isBounded(answer.when) || (answer.variants?.length ?? 0) > 0;
    case 'over':
      return isOver(answer, now);
    case 'untranslated':
      return missingIn(answer, locales).length > 0;
  }
}

/** The answers that have all the words: those whose question has them first, else in the order of the shop. */
export function filterAnswers(
  rows: readonly AnswerRow[],
  { text, view }: AnswerFilter,
  { now, locales }: { readonly now: number; readonly locales: readonly string[] },
): readonly AnswerRow[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => isIn(view, row, now, locales));
  if (words.length === 0) return found;
  const has = (said: string) => words.every((word) => said.includes(word));
  const inQuestion = (row: AnswerRow) => has(plain(everyText(row.answer.question).join('\n')));
  const all = found.filter(({ answer }) => has(wordsOf(answer)));
  return [...all.filter(inQuestion), ...all.filter((row) => !inQuestion(row))];
}
