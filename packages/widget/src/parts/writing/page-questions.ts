import type { Shell } from '../shell.ts';

/** The questions that belong to the page: its own, or those one has about the product on it. Undefined on other pages. */
export function pageQuestions(shell: Shell): readonly string[] | undefined {
  const { t } = shell.words.value;
  const { questions } = shell.options.value;
  if (questions) return questions;
  return shell.focus.value ? [t('question.stock'), t('question.made'), t('question.arrives')] : undefined;
}
