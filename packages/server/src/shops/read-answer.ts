import type { KnowledgeAnswer } from '@xiaoer/assistant';
import { fitsId, listFrom, mapLocalized, pick, plain, sourceOf, textFrom } from './field-source.ts';
import type { AnswerMapping } from './mapping.ts';
import { clip, type RowContext } from './read-product.ts';
import type { SourceRow } from './read-rows.ts';
import { readAddress } from './read-value.ts';
import { wholeSentences } from './whole-sentences.ts';

/** Longest question and answer: an answer fits one message. */
const MOST = { question: 300, answer: 3800 };

/** Reads a question with its answer, or notes why the row is skipped. */
export function readAnswer(row: SourceRow, mapping: AnswerMapping, context: RowContext): KnowledgeAnswer | undefined {
  const { value, notes } = row;
  const { fields = {} } = mapping;
  const question = textFrom(value, fields.question ?? 'question', context.locale);
  if (question === undefined) return void notes.skip('there is no question');
  const given = textFrom(value, fields.answer ?? 'answer', context.locale);
  if (given === undefined) return void notes.skip('there is no answer');

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
    url: 'value' in url ? url.value : undefined,
    cutOff: cutOff || undefined,
  };
}
