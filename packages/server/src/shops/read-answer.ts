import type { AnswerVariant, KnowledgeAnswer } from '@xiaoer/assistant';
import { fitsId, listFrom, mapLocalized, pick, plain, sourceOf, textFrom } from './field-source.ts';
import type { AnswerMapping } from './mapping.ts';
import { readCondition } from './read-condition.ts';
import { clip, type RowContext } from './read-product.ts';
import type { SourceRow } from './read-rows.ts';
import { readAddress } from './read-value.ts';
import { wholeSentences } from './whole-sentences.ts';

/** Longest question and answer: an answer fits one message. */
const MOST = { question: 300, answer: 3800 };

/** Reads a question with its answer, or notes why the row is skipped. */
export function readAnswer(
  row: SourceRow,
  mapping: AnswerMapping,
  context: RowContext & { readonly timeZone: string },
): KnowledgeAnswer | undefined {
  const { value, notes } = row;
  const { fields = {} } = mapping;
  const question = textFrom(value, fields.question ?? 'question', context.locale);
  if (question === undefined) return void notes.skip('there is no question');
  const given = textFrom(value, fields.answer ?? 'answer', context.locale);
  if (given === undefined) return void notes.skip('there is no answer');

  const when = readCondition(value, fields.when, context.timeZone);
  if ('problem' in when) return void notes.skip(when.problem);
  let cutOff = false;
  let kept = '';
  const answer = mapLocalized(given, (text) => {
    const whole = wholeSentences(text);
    cutOff ||= whole.cut;
    if (whole.cut) kept = whole.text.slice(-24);
    return whole.text;
  });
  if (answer === undefined)
    return void notes.skip('the answer ends in mid-sentence and no whole sentence stands before that');
  if (cutOff) notes.flag(`the answer ends in mid-sentence; it is used up to "…${kept}"`);

  const idAt = sourceOf(fields.id, 'id');
  const id = idAt === undefined ? undefined : plain(pick(value, idAt));
  if (id !== undefined && !fitsId(id))
    notes.flag(`the id "${id.slice(0, 60)}" has spaces or quotes; the row's number is used`);
  const phrasingsAt = sourceOf(fields.phrasings, 'phrasings');
  const urlAt = sourceOf(fields.url, 'url');
  const url = urlAt === undefined ? { value: undefined } : readAddress(pick(value, urlAt));
  if ('problem' in url) notes.flag(url.problem);
  return {
    id: id !== undefined && fitsId(id) ? id : `answer-${row.row}`,
    question: clip(question, MOST.question, 'the question', notes),
    phrasings: phrasingsAt === undefined ? undefined : listFrom(value, phrasingsAt, context.locale),
    answer: clip(answer, MOST.answer, 'the answer', notes),
    ...(when.value ? { when: when.value } : {}),
    ...readVariants(row, mapping, context),
    url: 'value' in url ? url.value : undefined,
    cutOff: cutOff || undefined,
  };
}

/** Most variants of one answer. */
const VARIANTS = 60;

/** Other answers to the same question. One that cannot be read is left out and told: the usual answer stands without it. */
function readVariants(
  { value, notes }: SourceRow,
  { fields = {} }: AnswerMapping,
  context: RowContext & { readonly timeZone: string },
): { readonly variants?: readonly AnswerVariant[] } {
  const place = sourceOf(fields.variants, 'variants');
  const found = place === undefined ? undefined : pick(value, place);
  if (!Array.isArray(found)) return {};
  if (found.length > VARIANTS) notes.flag(`of ${found.length} variants the first ${VARIANTS} were taken`);
  const variants = found.slice(0, VARIANTS).flatMap((one: unknown, n): AnswerVariant[] => {
    const answer = textFrom(one, 'answer', context.locale);
    const when = readCondition(one, undefined, context.timeZone);
    const problem =
      answer === undefined
        ? 'it has no answer'
        : 'problem' in when
          ? when.problem
          : when.value
            ? undefined
            : 'it has no condition';
    if (problem !== undefined || answer === undefined || !('value' in when) || !when.value) {
      notes.flag(`variant ${n + 1} was left out: ${problem}`);
      return [];
    }
    const url = readAddress(pick(one, 'url'));
    return [
      {
        when: when.value,
        answer: clip(answer, MOST.answer, `the answer of variant ${n + 1}`, notes),
        ...('value' in url && url.value !== undefined ? { url: url.value } : {}),
      },
    ];
  });
  return variants.length > 0 ? { variants } : {};
}
