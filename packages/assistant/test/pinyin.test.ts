import { expect, test } from 'vitest';
import { CHINESE } from '../src/library/zh/writing.ts';

const { simplify: toSimplified } = CHINESE;
const { of: pinyinOf, split: splitPinyin } = CHINESE.pinyin;

test('characters are read without their tone; what is no character of GB 2312 has no reading', () => {
  expect([...'运费怎么绿'].map(pinyinOf)).toEqual(['yun', 'fei', 'zen', 'me', 'lv']);
  expect([pinyinOf('a'), pinyinOf('㗎')]).toEqual([undefined, undefined]);
});

test('a Latin run is split only when it is pinyin from end to end, into as few syllables as can be', () => {
  expect(splitPinyin('duoshaoqian')).toEqual(['duo', 'shao', 'qian']);
  expect(splitPinyin('xian')).toEqual(['xian']);
  expect(splitPinyin('tuihuo')).toEqual(['tui', 'huo']);
  expect(['shipping', 'x', '', 'a'.repeat(80)].map(splitPinyin)).toEqual([undefined, undefined, undefined, undefined]);
});

test('traditional characters become simplified ones, others stay', () => {
  expect(toSimplified('這個運費怎麼算？請問還有貨嗎')).toBe('这个运费怎么算？请问还有货吗');
  expect(toSimplified('abc 一二三')).toBe('abc 一二三');
});
