import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, turn } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const knowledge = buildKnowledge({
  ...FIXTURE,
  answers: [
    ...FIXTURE.answers,
    { id: 'wool', question: both('羊毛怎么保养？', 'How do I care for wool?'), answer: both('晾晒。', 'Air it.') },
    { id: 'silk', question: both('蚕丝怎么洗？', 'How do I wash silk?'), answer: both('不下水。', 'Not in water.') },
  ],
});
const state = { ...INITIAL_STATE, offered: ['answer:wool', 'answer:silk'] };

const typed = (text: string, locale: string): string => {
  const { trace } = turn(state, { kind: 'message', text, locale, shopper: { signedIn: false }, at: 0 }, knowledge);
  return `${trace.decision} ${trace.source ?? ''}`.trim();
};

test.each([
  ['en', 'How do I wash silk', 'answer silk'],
  ['en', 'how do i care for wool', 'answer wool'],
  ['en', 'the second', 'answer silk'],
  ['en', '1', 'answer wool'],
  ['en', 'silk', 'answer silk'],
  ['en', 'a silk duvet under 1500', 'search duvet-silk'],
  ['en', 'show me a silk duvet', 'search duvet-silk'],
  ['en', 'silk duvet', 'search duvet-silk'],
  ['zh-CN', '蚕丝怎么洗', 'answer silk'],
  ['zh-CN', '羊毛怎么保养', 'answer wool'],
  ['zh-CN', '第二个', 'answer silk'],
  ['zh-CN', '1', 'answer wool'],
  ['zh-CN', '蚕丝的', 'answer silk'],
  ['zh-CN', '1500以内的蚕丝被', 'search duvet-silk'],
  ['zh-CN', '有没有蚕丝被', 'search duvet-silk'],
  ['zh-CN', '蚕丝被', 'search duvet-silk'],
] as const)('a typed text chooses a chip only when it means one (%s, %s)', (locale, text, expected) => {
  expect(typed(text, locale)).toBe(expected);
});

test('chips hold for one turn', () => {
  const input = { kind: 'message', locale: 'en', shopper: { signedIn: false }, at: 0 } as const;
  const next = turn(state, { ...input, text: 'what does shipping cost' }, knowledge).state;
  expect(turn(next, { ...input, text: 'the second' }, knowledge).trace.decision).not.toBe('answer');
});
