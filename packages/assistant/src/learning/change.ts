import type { KnowledgeAnswer, KnowledgeSource, Localized } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import type { Bands } from './thresholds.ts';
import { plainText } from './word-set.ts';

/** One thing that is changed about what the assistant knows. */
export type Change =
  /** Another way to ask an answer's question. */
  | { readonly do: 'phrase'; readonly answer: string; readonly text: string; readonly lang?: string | undefined }
  /** Takes a phrasing away. */
  | { readonly do: 'unphrase'; readonly answer: string; readonly text: string }
  | { readonly do: 'add'; readonly answer: KnowledgeAnswer }
  /** What is named is replaced; null takes it away. */
  | { readonly do: 'edit'; readonly answer: string; readonly set: AnswerEdit }
  | { readonly do: 'remove'; readonly answer: string }
  /** From which confidence on it answers, and from which it asks back. */
  | { readonly do: 'thresholds'; readonly sentences: Bands['sentences']; readonly bands: Bands['bands'] };

/** Parts of an answer that can be replaced. */
export interface AnswerEdit {
  readonly question?: Localized | undefined;
  readonly answer?: Localized | undefined;
  readonly phrasings?: readonly Localized[] | null | undefined;
  readonly variants?: KnowledgeAnswer['variants'] | null | undefined;
  readonly when?: KnowledgeAnswer['when'] | null | undefined;
  readonly url?: string | null | undefined;
}

/** Why a change does nothing: an answer of that name is `missing` or `there`; a phrasing is not there. */
export type ChangeProblem = 'missing' | 'there' | 'no-phrasing';

/** What is known after changes. */
export interface Applied {
  readonly source: KnowledgeSource;
  /** How sure it must be; undefined: as it is shipped. */
  readonly thresholds: Bands | undefined;
  /** Changes that do nothing, by their place; the others are done. */
  readonly problems: readonly { readonly at: number; readonly problem: ChangeProblem }[];
}

const named = (text: Localized, plain: string): boolean => everyText(text).some((one) => plainText(one) === plain);

function edited(answer: KnowledgeAnswer, set: AnswerEdit): KnowledgeAnswer {
  const next: Record<string, unknown> = { ...answer };
  for (const [key, value] of Object.entries(set))
    if (value === null) delete next[key];
    else if (value !== undefined) next[key] = value;
  // What is put right by hand is whole.
  if (set.answer !== undefined) delete next['cutOff'];
  return next as unknown as KnowledgeAnswer;
}

/** Does one change to the answers, or says why it does nothing. */
function applyOne(answers: Map<string, KnowledgeAnswer>, change: Change): ChangeProblem | undefined {
  if (change.do === 'thresholds') return undefined;
  if (change.do === 'add') {
    if (answers.has(change.answer.id)) return 'there';
    answers.set(change.answer.id, change.answer);
    return undefined;
  }
  const found = answers.get(change.answer);
  if (!found) return 'missing';
  const { phrasings = [] } = found;
  switch (change.do) {
    case 'remove':
      answers.delete(found.id);
      return undefined;
    case 'edit':
      answers.set(found.id, edited(found, change.set));
      return undefined;
    case 'phrase': {
      const plain = plainText(change.text);
      // The same phrasing twice is one.
      if ([found.question, ...phrasings].some((one) => named(one, plain))) return undefined;
      const one: Localized = change.lang === undefined ? change.text : { [change.lang]: change.text };
      answers.set(found.id, { ...found, phrasings: [...phrasings, one] });
      return undefined;
    }
    case 'unphrase': {
      const plain = plainText(change.text);
      const rest = phrasings.filter((one) => !named(one, plain));
      if (rest.length === phrasings.length) return 'no-phrasing';
      answers.set(found.id, { ...found, phrasings: rest });
      return undefined;
    }
  }
}

/**
 * Applies changes in their order. What a change is about may be gone from the shop's files: that is told, and the rest is done.
 */
export function applyChanges(source: KnowledgeSource, changes: readonly Change[]): Applied {
  if (changes.length === 0) return { source, thresholds: undefined, problems: [] };
  const answers = new Map(source.answers.map((answer) => [answer.id, answer]));
  const problems: { at: number; problem: ChangeProblem }[] = [];
  let thresholds: Bands | undefined;
  for (const [at, change] of changes.entries()) {
    if (change.do === 'thresholds') thresholds = { sentences: change.sentences, bands: change.bands };
    const problem = applyOne(answers, change);
    if (problem) problems.push({ at, problem });
  }
  return { source: { ...source, answers: [...answers.values()] }, thresholds, problems };
}

/** Whether a change of a phrasing is not done already. */
export const doesSomething = (change: Change, source: KnowledgeSource): boolean =>
  change.do !== 'phrase' ||
  source.answers.some(
    ({ id, question, phrasings = [] }) =>
      id === change.answer && ![question, ...phrasings].some((one) => named(one, plainText(change.text))),
  );
