import { expect, it } from 'vitest';
import { tokenAt } from '../src/conversation/token-at.ts';
import { blanksOf, fillIn } from '../src/replies/fill-in.ts';
import { createSavedReplies } from '../src/replies/saved-replies.ts';
import { REPLIES } from './stage.tsx';

it('fills in what is known, leaves out who has no name, and keeps a blank for what is missing', () => {
  const text = 'Hello {shopper}, {agent} here: {product} of order {order}. {price}';
  expect(fillIn(text, { shopper: 'Mei', agent: 'Lin', order: 'N1', product: 'teapot' })).toBe(
    'Hello Mei, Lin here: teapot of order N1. {price}',
  );
  expect(fillIn(text, { agent: 'Lin' })).toBe('Hello, Lin here: {product} of order {order}. {price}');
  expect(fillIn('您好{shopper}，我是{agent}', { agent: '林悦' })).toBe('您好，我是林悦');
  expect(blanksOf('{product}: {order} {shopper}')).toEqual([
    { start: 0, end: 9, name: 'product' },
    { start: 11, end: 18, name: 'order' },
  ]);
  // What a shopper is called is not read as a place again.
  expect(fillIn('Hello {shopper}', { shopper: '$& {agent}' })).toBe('Hello $& {agent}');
});

it('takes a slash where a word begins, and an at sign in a note, up to the cursor', () => {
  const seen = (text: string, sign: '/' | '@', cursor = text.length) => {
    const token = tokenAt(text, cursor, sign);
    return token && `${token.start} ${token.words}`;
  };
  expect([seen('/', '/'), seen('ok /gre', '/'), seen('、问候', '/'), seen('/gre and more', '/', 4)]).toEqual([
    '0 ',
    '3 gre',
    '0 问候',
    '0 gre',
  ]);
  expect([seen('1/2', '/'), seen('https://x', '/'), seen('/gre ', '/'), seen('a@b', '@')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([seen('@Li', '@'), seen('请@林', '@'), seen('see, @', '@')]).toEqual(['0 Li', '1 林', '5 ']);
});

it('finds saved replies by title before text, once read a language, and asks again after a failure', async () => {
  let calls = 0;
  const replies = createSavedReplies(async () => {
    calls += 1;
    if (calls === 1) throw new Error('away');
    return { replies: [...REPLIES, { id: 'broken' }] };
  });
  const found = async (words: string) => (await replies.search(words, 2, 'en')).map(({ id }) => id);
  await expect(replies.search('', 2, 'en')).rejects.toThrow('away');
  expect([await found(''), await found('or'), await found('way'), await found('none')]).toEqual([
    ['greeting', 'on-its-way'],
    ['on-its-way', 'goodbye'],
    ['on-its-way'],
    [],
  ]);
  expect(calls).toBe(2);
});
