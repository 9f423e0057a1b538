import type { KnowledgeAnswer } from '@xiaoer/assistant';
import { expect, test } from 'vitest';
import { findClashes } from '../src/shops/find-clashes.ts';

const row = (id: string, question: string, answer: string, more: Partial<KnowledgeAnswer> = {}): KnowledgeAnswer => ({
  id,
  question,
  answer,
  ...more,
});

const clashes = (...answers: readonly KnowledgeAnswer[]) =>
  findClashes(answers).map(({ kind, ids, says }) => `${kind} ${ids.join(' ')}${says ? ` ${says.join(' ≠ ')}` : ''}`);

test('two answers to one question that say different numbers, or yes and no, conflict', () => {
  expect(
    clashes(
      row('a', '请问可以退货吗？', '签收后 7 天内可以退。'),
      row('b', '可以退货吗', '签收后 15 天内可以退。'),
      row('c', 'Can I pay by card?', 'Yes, by every card.'),
      row('d', 'can I pay by card', 'We do not take cards.'),
    ),
  ).toEqual(['conflict a b 7 ≠ 15', 'conflict c d – ≠ not']);
});

test('the same asked twice and answered alike is told; other questions are not', () => {
  expect(
    clashes(
      row('a', 'How do I wash the wool duvet at home?', 'By hand, in cold water.'),
      row('b', 'How do I wash the wool duvets at home', 'By hand, in cold water'),
      row('c', '羊毛被怎么洗？', '手洗。'),
      row('d', '羽绒被怎么洗？', '干洗。'),
      row('e', '可以退货吗', '七天内可以。'),
      row('f', '可以换货吗', '七天内可以。'),
    ),
  ).toEqual(['alike a b']);
});

test('questions about other models, sizes or years are other questions', () => {
  expect(
    clashes(
      row('a', 'KX-482 电饭煲保修多久', '12 个月。'),
      row('b', 'KX-483 电饭煲保修多久', '24 个月。'),
      row('c', '1.5 米的床用多大的被子', '200 厘米的。'),
      row('d', '1.8 米的床用多大的被子', '220 厘米的。'),
    ),
  ).toEqual([]);
});

test('a phrasing of one answer may be the question of another', () => {
  expect(
    clashes(
      row('a', '运费怎么算', '满 99 包邮。', { phrasings: ['邮费多少钱'] }),
      row('b', '邮费多少钱？', '每单 10 元。'),
    ),
  ).toEqual(['conflict a b 99 ≠ 10']);
});

test('answers that never hold at once do not clash', () => {
  const when = (regions: readonly string[]) => ({ when: { regions } });
  expect(
    clashes(
      row('a', '运费怎么算', '10 元。', when(['浙江'])),
      row('b', '运费怎么算', '25 元。', when(['新疆'])),
      row('c', '运费怎么算', '30 元。', when(['新疆', '西藏'])),
    ),
  ).toEqual(['conflict b c 25 ≠ 30']);
});
