import type { Condition, KnowledgeAnswer } from '@xiaoer/assistant/page';
import { isName, isObject } from '@xiaoer/core/protocol';
import { address, isText, type Read, texts } from './read-rows.ts';

const LISTS = ['categories', 'tags', 'products', 'levels', 'regions'];
const MOMENTS = ['from', 'until'];

/**
 * When an answer holds; a text says why that cannot be read, and then the answer is left out: without its condition it
 * would be told to everybody.
 */
function readCondition(value: unknown): Read<Condition> {
  if (!isObject(value)) return '"when" is no object';
  const condition: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    if (LISTS.includes(name) && Array.isArray(given) && given.every((one) => typeof one === 'string'))
      condition[name] = given;
    else if (MOMENTS.includes(name) && !Number.isNaN(Date.parse(String(given))))
      condition[name] = Date.parse(String(given));
    else
      return `"when.${name}" must be ${MOMENTS.includes(name) ? 'a date as 2026-11-30T18:00:00+08:00' : 'one of the known lists of texts'}`;
  }
  return condition;
}

/** Reads a question with its answer, in the shape of `answers.json`. */
export function readAnswer(row: Readonly<Record<string, unknown>>, n: number, file: string): Read<KnowledgeAnswer> {
  const { id, question, phrasings, answer, url, when, variants = [] } = row;
  if (!isText(question)) return 'there is no "question"';
  if (!isText(answer)) return 'there is no "answer"';
  const condition = when === undefined ? undefined : readCondition(when);
  if (typeof condition === 'string') return condition;
  const others = (Array.isArray(variants) ? variants : []).flatMap((one: unknown) => {
    const holds = isObject(one) && isText(one['answer']) ? readCondition(one['when']) : '';
    if (typeof holds === 'string' || !isObject(one)) return [];
    return [{ when: holds, answer: one['answer'] as string, url: address(one['url'], file) }];
  });
  return {
    id: isName(id) ? id : `answer-${n}`,
    question,
    phrasings: texts(phrasings),
    answer,
    url: address(url, file),
    when: condition,
    ...(others.length > 0 ? { variants: others } : {}),
  };
}
