import type { AnswerEdit, Change, Sentences } from './change.ts';
import {
  CONDITION_LISTS,
  type Condition,
  everyText,
  type KnowledgeAnswer,
  type Localized,
} from './knowledge-answer.ts';

/** An answer as it was when somebody began to change it, and as it shall be. New without `from`, taken away without `to`. */
export interface AnswerDraft {
  readonly from?: KnowledgeAnswer | undefined;
  readonly to?: KnowledgeAnswer | undefined;
}

/** What is changed and not saved. */
export interface Draft {
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly sentences?: Sentences | undefined;
}

/** Nothing. */
export const NO_DRAFT: Draft = { answers: {} };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A text without the languages that nobody has written. */
function written(text: Localized): Localized {
  if (typeof text === 'string') return text.trim();
  const said = Object.entries(text).flatMap(([lang, one]) => (one.trim() === '' ? [] : [[lang, one.trim()] as const]));
  return Object.fromEntries(said);
}

const isEmpty = (text: Localized): boolean => everyText(text).every((one) => one.trim() === '');

function writtenCondition(when: Condition | undefined): Condition | undefined {
  if (!when) return undefined;
  const kept = Object.entries(when).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && !value.length),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** An answer as it is sent: without fields that nobody has filled in. */
export function writtenAnswer({
  id,
  question,
  answer,
  phrasings,
  variants,
  when,
  url,
}: KnowledgeAnswer): KnowledgeAnswer {
  const ways = (phrasings ?? []).map(written).filter((one) => !isEmpty(one));
  const cases = (variants ?? [])
    .map((one) => ({
      when: writtenCondition(one.when) ?? {},
      answer: written(one.answer),
      ...(one.url?.trim() ? { url: one.url.trim() } : {}),
    }))
    .filter((one) => !isEmpty(one.answer));
  const holds = writtenCondition(when);
  return {
    id,
    question: written(question),
    answer: written(answer),
    ...(ways.length > 0 ? { phrasings: ways } : {}),
    ...(cases.length > 0 ? { variants: cases } : {}),
    ...(holds ? { when: holds } : {}),
    ...(url?.trim() ? { url: url.trim() } : {}),
  };
}

/** Phrasings are added and taken away one by one, so that later versions do not lean on all of them. */
function phrasingChanges(id: string, from: readonly Localized[], to: readonly Localized[]): readonly Change[] {
  const without = (list: readonly Localized[], other: readonly Localized[]) =>
    list.filter((one) => !other.some((kept) => same(kept, one)));
  return [
    ...without(from, to).flatMap((one): Change[] =>
      everyText(one)
        .slice(0, 1)
        .map((text) => ({ do: 'unphrase', answer: id, text })),
    ),
    ...without(to, from).flatMap((one): Change[] =>
      typeof one === 'string'
        ? [{ do: 'phrase', answer: id, text: one }]
        : Object.entries(one).map(([lang, text]) => ({ do: 'phrase', answer: id, text, lang })),
    ),
  ];
}

const PARTS = ['question', 'answer', 'variants', 'when', 'url'] as const;

/** The changes that make one answer of another. */
export function changesOfAnswer({ from, to }: AnswerDraft): readonly Change[] {
  if (!to) return from ? [{ do: 'remove', answer: from.id }] : [];
  const next = writtenAnswer(to);
  if (!from) return [{ do: 'add', answer: next }];
  const before = writtenAnswer(from);
  const set = Object.fromEntries(
    PARTS.flatMap((part) => (same(before[part], next[part]) ? [] : [[part, next[part] ?? null] as const])),
  ) as AnswerEdit;
  return [
    ...(Object.keys(set).length > 0 ? [{ do: 'edit', answer: to.id, set } as const] : []),
    ...phrasingChanges(to.id, before.phrasings ?? [], next.phrasings ?? []),
  ];
}

/** Everything that a draft changes. */
export const changesOfDraft = ({ answers, sentences }: Draft): readonly Change[] => [
  ...Object.values(answers).flatMap(changesOfAnswer),
  ...(sentences ? [{ do: 'thresholds', sentences } as const] : []),
];

/** The draft with an answer as it shall be, or without it; `from` is how it is known now. */
export function withAnswer(
  draft: Draft,
  id: string,
  to: KnowledgeAnswer | undefined,
  from: KnowledgeAnswer | undefined,
): Draft {
  const { [id]: begun, ...others } = draft.answers;
  const one: AnswerDraft = { from: begun?.from ?? from, to };
  const changes = !same(one.from, one.to);
  return { ...draft, answers: changes ? { ...draft.answers, [id]: one } : others };
}

/** The draft without what was changed of an answer. */
export function withoutAnswer(draft: Draft, id: string): Draft {
  const { [id]: _, ...answers } = draft.answers;
  return { ...draft, answers };
}

/** An answer of the list, and what a draft makes of it. */
export interface AnswerRow {
  readonly answer: KnowledgeAnswer;
  readonly state: 'same' | 'edited' | 'new' | 'removed';
}

/** The answers with what is not saved, new ones first. */
export function rowsOf(known: readonly KnowledgeAnswer[], { answers }: Draft): readonly AnswerRow[] {
  const ids = new Set(known.map(({ id }) => id));
  const added = Object.values(answers).flatMap(({ to }): AnswerRow[] =>
    to && !ids.has(to.id) ? [{ answer: to, state: 'new' }] : [],
  );
  const rest = known.map((answer): AnswerRow => {
    const draft = answers[answer.id];
    if (!draft) return { answer, state: 'same' };
    if (!draft.to) return { answer, state: 'removed' };
    return { answer: draft.to, state: changesOfAnswer(draft).length > 0 ? 'edited' : 'same' };
  });
  return [...added.reverse(), ...rest];
}

/** Whether this can be asked about: it has a question and an answer. */
export const isWhole = ({ question, answer }: KnowledgeAnswer): boolean => !isEmpty(question) && !isEmpty(answer);

/** Whether it bounds anything. */
export const isBounded = (when: Condition | undefined): boolean =>
  when !== undefined &&
  (CONDITION_LISTS.some((name) => (when[name]?.length ?? 0) > 0) ||
    when.from !== undefined ||
    when.until !== undefined);
