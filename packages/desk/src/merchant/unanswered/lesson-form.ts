import type { KnowledgeAnswer, Localized } from '../teaching/knowledge-answer.ts';
import { everyText } from '../teaching/knowledge-answer.ts';
import type { Lesson } from '../teaching/lesson.ts';

/** What somebody makes of a lesson, before it goes into the draft. */
export interface LessonForm {
  readonly into: 'existing' | 'new';
  /** Id of the existing answer. */
  readonly answer: string | undefined;
  /** Phrasings that are taken. */
  readonly ways: readonly string[];
  readonly question: Localized;
  readonly text: Localized;
}

/** Ways to ask that a lesson brings, with their language. */
export function waysOf({ change, examples }: Lesson): readonly { readonly text: string; readonly lang: string }[] {
  const suggested = change.flatMap((one) => (one.do === 'phrase' ? [{ text: one.text, lang: one.lang ?? 'en' }] : []));
  const added = change.flatMap((one) =>
    one.do === 'add'
      ? [one.answer.question, ...(one.answer.phrasings ?? [])].flatMap((way) =>
          typeof way === 'string' ? [] : Object.entries(way).map(([lang, text]) => ({ lang, text })),
        )
      : [],
  );
  const all = [...suggested, ...added, ...examples.map(({ text, lang }) => ({ text, lang }))];
  return [...new Map(all.map((way) => [way.text, way])).values()];
}

/** What the lesson itself suggests. */
export function suggestedForm(lesson: Lesson): LessonForm {
  const [first] = lesson.examples;
  const added = lesson.change.find((one) => one.do === 'add');
  return {
    into: lesson.suggested ? 'existing' : 'new',
    answer: lesson.suggested?.id,
    ways: waysOf(lesson).map(({ text }) => text),
    question: added?.answer.question ?? (first ? { [first.lang]: first.text } : {}),
    text: added?.answer.answer ?? (lesson.reply ? { [lesson.lang]: lesson.reply.text } : {}),
  };
}

/** The answer with the taken phrasings. */
export function withWays(answer: KnowledgeAnswer, lesson: Lesson, { ways }: LessonForm): KnowledgeAnswer {
  const there = new Set([answer.question, ...(answer.phrasings ?? [])].flatMap(everyText).map(plain));
  const added = waysOf(lesson).filter(({ text }) => ways.includes(text) && !there.has(plain(text)));
  const one = ({ text, lang }: { readonly text: string; readonly lang: string }): Localized =>
    typeof answer.question === 'string' ? text : { [lang]: text };
  return { ...answer, phrasings: [...(answer.phrasings ?? []), ...added.map(one)] };
}

/** The new answer that the form comes to. */
export const newAnswer = (id: string, lesson: Lesson, form: LessonForm): KnowledgeAnswer =>
  withWays({ id, question: form.question, answer: form.text }, lesson, form);

/** Words alone, as two texts are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

/** Whether what is known has this question already: a lesson is read out of what was asked before. */
export function isTaught({ change, examples }: Lesson, known: readonly KnowledgeAnswer[]): boolean {
  const ids = new Set(known.map(({ id }) => id));
  if (change.some((one) => one.do === 'add' && ids.has(one.answer.id))) return true;
  const [first] = examples;
  const centre = first && plain(first.text);
  return known.some(({ question, phrasings = [] }) =>
    [question, ...phrasings].flatMap(everyText).some((text) => plain(text) === centre),
  );
}
