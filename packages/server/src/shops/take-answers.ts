import type { AnswerVariant, KnowledgeAnswer, Product } from '@xiaoer/assistant';
import type { SourceRow } from './read-rows.ts';

const asked = ({ question }: KnowledgeAnswer): string => JSON.stringify(question);

/** Tells the names in a condition that the catalogue does not have: likely slips, and the answer would never be given. */
function unknownNames(products: readonly Product[]) {
  const ids = new Set(products.map(({ id }) => id));
  const levels = products.flatMap(({ category }) => category);
  const categories = new Set(levels.flatMap((level) => (typeof level === 'string' ? [level] : Object.values(level))));
  return ({ when }: { readonly when?: AnswerVariant['when'] | undefined }): readonly string[] =>
    !when || products.length === 0
      ? []
      : [
          ...(when.products ?? []).filter((id) => !ids.has(id)).map((id) => `product "${id}"`),
          ...(when.categories ?? []).filter((name) => !categories.has(name)).map((name) => `category "${name}"`),
        ];
}

/**
 * Answers by id: the first of an id is taken. A later row with a condition and the id or the question of an earlier one is
 * a variant of it, which is how a table has several answers to one question.
 */
export function takeAnswers(
  rows: readonly SourceRow[],
  read: (row: SourceRow) => KnowledgeAnswer | undefined,
  products: readonly Product[],
): Map<string, KnowledgeAnswer> {
  const taken = new Map<string, KnowledgeAnswer>();
  const byQuestion = new Map<string, string>();
  const unknown = unknownNames(products);
  for (const row of rows) {
    const answer = read(row);
    if (answer === undefined) continue;
    for (const name of [answer, ...(answer.variants ?? [])].flatMap(unknown))
      row.notes.flag(`its condition names the ${name}, which the catalogue does not have`);
    const { id, when } = answer;
    const same = taken.get(id);
    const before = same ?? taken.get((when && byQuestion.get(asked(answer))) ?? '');
    if (same?.when && when) {
      // Each holds in its own case only, and neither in all others.
      const own = `${id}-${row.row}`;
      taken.set(own, { ...answer, id: own });
    } else if (before && when && !before.when) {
      const variant = { when, answer: answer.answer, ...(answer.url === undefined ? {} : { url: answer.url }) };
      taken.set(before.id, { ...before, variants: [...(before.variants ?? []), variant] });
    } else if (same) row.notes.skip(`the id "${id}" is that of an earlier row`);
    else {
      taken.set(id, answer);
      if (!byQuestion.has(asked(answer))) byQuestion.set(asked(answer), id);
    }
  }
  return taken;
}
