import type { AnswerVariant, Condition, KnowledgeAnswer, Localized } from './knowledge-answer.ts';

/** How sure the assistant must be, as two shares of 1. */
export interface Sentences {
  /** So many of the answers that are given may be wrong. */
  readonly wrong: number;
  /** So many of the questions that could be answered may go to a person. */
  readonly sent: number;
}

/** What is replaced of an answer; null takes it away. */
export interface AnswerEdit {
  readonly question?: Localized | undefined;
  readonly answer?: Localized | undefined;
  readonly phrasings?: readonly Localized[] | null | undefined;
  readonly variants?: readonly AnswerVariant[] | null | undefined;
  readonly when?: Condition | null | undefined;
  readonly url?: string | null | undefined;
}

/** A change of what is known, as the server takes it: docs/learning.md. */
export type Change =
  | { readonly do: 'phrase'; readonly answer: string; readonly text: string; readonly lang?: string | undefined }
  | { readonly do: 'unphrase'; readonly answer: string; readonly text: string }
  | { readonly do: 'add'; readonly answer: KnowledgeAnswer }
  | { readonly do: 'edit'; readonly answer: string; readonly set: AnswerEdit }
  | { readonly do: 'remove'; readonly answer: string }
  | { readonly do: 'thresholds'; readonly sentences: Sentences };
