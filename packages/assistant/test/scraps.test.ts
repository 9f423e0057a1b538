import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, turn } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';

const knowledge = buildKnowledge(FIXTURE);

const decided = (text: string, locale: string): string =>
  turn(INITIAL_STATE, { kind: 'message', text, locale, shopper: { signedIn: false }, at: 0 }, knowledge).trace.decision;

test.each([
  ['en', 'm0', 'unknown'],
  ['en', '0', 'unknown'],
  ['en', '8', 'unknown'],
  ['en', 'xq 26', 'unknown'],
  ['en', '?', 'unknown'],
  ['en', 'hello?', 'greet'],
  ['en', 'hello 8', 'greet'],
  ['en', 'Are you still there 0?', 'greet'],
  ['en', 'is anyone there?', 'greet'],
  ['zh-CN', 'm0', 'unknown'],
  ['zh-CN', '26', 'unknown'],
  ['zh-CN', '？', 'unknown'],
  ['zh-CN', '你好？', 'greet'],
  ['zh-CN', '还在吗 0？', 'greet'],
  ['zh-CN', '有人吗8', 'greet'],
] as const)('numbers and scraps of letters alone search nothing (%s, %s)', (locale, text, decision) => {
  expect(decided(text, locale)).toBe(decision);
});

test('beside a word a number still tells goods apart', () => {
  expect([decided('26cm的铁锅', 'zh-CN'), decided('a 26 cm iron pan', 'en')]).toEqual(['search', 'search']);
});
