import { expect, test } from 'vitest';
import { CHINESE } from '../src/library/zh/writing.ts';
import { createCueReader } from '../src/text/cues.ts';
import { GRAM_WEIGHTS, gramsOf } from '../src/text/grams.ts';
import { createPlainWords } from '../src/text/plain-words.ts';

const only = (family: keyof typeof GRAM_WEIGHTS) => ({
  ...(Object.fromEntries(Object.keys(GRAM_WEIGHTS).map((key) => [key, 0])) as unknown as typeof GRAM_WEIGHTS),
  [family]: 1,
});
const shared = (a: string, b: string, family: keyof typeof GRAM_WEIGHTS) => {
  const other = gramsOf(b, undefined, only(family), CHINESE.pinyin);
  return [...gramsOf(a, undefined, only(family), CHINESE.pinyin).keys()].filter((key) => other.has(key)).length;
};

test('terms: words, their pairs with the ends, letters inside a word, characters and their bounds, sounds, signs', () => {
  const count = (text: string, family: keyof typeof GRAM_WEIGHTS) =>
    gramsOf(text, undefined, only(family), CHINESE.pinyin).size;
  expect(count('where is it', 'word')).toBe(3);
  expect(count('where is it', 'pair')).toBe(4);
  // ^is$ has ^i is s$, ^is is$, and itself.
  expect(count('is', 'letters')).toBe(6);
  // ^退货$: 退 货, ^退 退货 货$, ^退货 退货$.
  expect(count('退货', 'han')).toBe(7);
  expect(count('退货', 'sound')).toBe(3);
  expect(count('ok?!', 'sign')).toBe(2);
});

test('homophones and pinyin sound alike, an apostrophe makes no other word, numbers are one shape', () => {
  expect(shared('退货', '腿货', 'sound')).toBe(3);
  expect(shared('退货', 'tuihuo', 'sound')).toBe(3);
  expect(shared('退货', '腿货', 'han')).toBeLessThan(7);
  expect(shared("don't", 'dont', 'word')).toBe(1);
  expect(shared('12', '990', 'word')).toBe(1);
});

test('a term that is said more often weighs more, but less than twice as much', () => {
  const [once] = gramsOf('size', undefined, only('word')).values();
  const [twice] = gramsOf('size size', undefined, only('word')).values();
  expect(once).toBe(1);
  expect(twice).toBeCloseTo(1 + Math.log(2));
});

test('cues: words anywhere in Chinese, whole words or marked beginnings in English; a phrase is stronger than a word', () => {
  const read = createCueReader([{ return: '退货|退|return*|send back' }, { damaged: '碎|broke|broken' }]);
  expect([...read('我要退货，碎了').keys()]).toEqual(['return', 'damaged']);
  expect(read('退货').get('return')).toBeGreaterThan(read('退').get('return') ?? 0);
  expect([...read('it broke, returning it').keys()]).toEqual(['damaged', 'return']);
  expect([...read('unbroken').keys()]).toEqual([]);
  expect(read('send back').get('return')).toBe(2);
});

test('cues of Chinese words are also met in pinyin, in one run or in several', () => {
  const read = createCueReader([{ return: '退货', price: '多少钱' }], undefined, CHINESE.pinyin);
  expect([...read('tuihuo').keys()]).toEqual(['return']);
  expect([...read('zhe ge duo shao qian').keys()]).toEqual(['price']);
  expect([...read('no returns').keys()]).toEqual([]);
});

test('plain words: Latin ones whole, others anywhere, the longer first; cues are put plainly too', () => {
  const plain = createPlainWords([
    ['唔该晒', '谢谢'],
    ['唔', '不'],
    ['u', 'you'],
    ["don't", 'do not'],
  ]);
  expect(plain('唔该晒，我唔要')).toBe('谢谢，我不要');
  expect(plain("u don't use uber")).toBe('you do not use uber');
  expect([...createCueReader([{ cancel: "don't want" }], plain)('i do not want it').keys()]).toEqual(['cancel']);
  expect(createPlainWords([])('as it is')).toBe('as it is');
});
