import type { Shell } from '../shell.ts';
import { deskQuestions } from './desk-questions.ts';

/**
 * The questions that belong to the page: those that the merchant has set at the desk for it, its own, or those one has about
 * the product on it. Undefined on other pages, and null while the desk is asked.
 */
export function pageQuestions(shell: Shell): readonly string[] | null | undefined {
  const asked = deskQuestions(shell);
  if (asked === 'asking') return null;
  if (asked !== 'none') return asked;
  const { t } = shell.words.value;
  const { questions } = shell.options.value;
  if (questions) return questions;
  return shell.focus.value ? [t('question.stock'), t('question.made'), t('question.arrives')] : undefined;
}
