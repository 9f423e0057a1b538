import type { DeskTranslate } from '../../locales/translate.ts';
import { percent } from '../percent.ts';
import type { AnswerEdit, Change } from './change.ts';
import { textIn } from './knowledge-answer.ts';

/** What changes are told with. */
export interface Telling {
  readonly t: DeskTranslate;
  readonly locale: string;
  /** The question of an answer; its id where it is gone. */
  readonly titleOf: (id: string) => string;
}

const PARTS = ['question', 'answer', 'phrasings', 'variants', 'when', 'url'] as const;

/** The parts of an answer that are replaced, in words. */
const partsOf = (set: AnswerEdit, { t, locale }: Telling): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    PARTS.filter((part) => set[part] !== undefined).map((part) => {
      const name = t(`teach.part.${part}`);
      return set[part] === null ? t('teach.part.gone', { part: name }) : name;
    }),
  );

/** A change in one sentence. */
export function changeWords(change: Change, telling: Telling): string {
  const { t, locale, titleOf } = telling;
  switch (change.do) {
    case 'phrase':
      return t('teach.change.phrase', { text: change.text, answer: titleOf(change.answer) });
    case 'unphrase':
      return t('teach.change.unphrase', { text: change.text, answer: titleOf(change.answer) });
    case 'add':
      return t('teach.change.add', { answer: textIn(change.answer.question, locale) });
    case 'edit':
      return t('teach.change.edit', { answer: titleOf(change.answer), parts: partsOf(change.set, telling) });
    case 'remove':
      return t('teach.change.remove', { answer: titleOf(change.answer) });
    case 'thresholds':
      return t('teach.change.thresholds', {
        wrong: percent(change.sentences.wrong, locale),
        sent: percent(change.sentences.sent, locale),
      });
    default:
      return t('teach.change.other');
  }
}

/** The new words of a change, where it brings any. */
export function newWords(change: Change, locale: string): string | undefined {
  if (change.do === 'add') return textIn(change.answer.answer, locale);
  return change.do === 'edit' && change.set.answer !== undefined ? textIn(change.set.answer, locale) : undefined;
}
