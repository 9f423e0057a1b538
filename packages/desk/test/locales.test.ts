import { expect, it } from 'vitest';
import { deskTranslator, pickLocale, TABLES } from '../src/locales/translate.ts';

const placeholders = (entry: unknown) =>
  [...new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();

it('has the same keys and placeholders in every language', () => {
  const shape = (table: object) => Object.entries(table).map(([key, entry]) => `${key} ${placeholders(entry)}`);
  expect(shape(TABLES['zh-CN'])).toEqual(shape(TABLES.en));
});

it('leaves nothing in the other language', () => {
  const han = /\p{Script=Han}/u;
  expect(Object.values(TABLES.en).filter((entry) => han.test(JSON.stringify(entry)))).toEqual([]);
  const symbols = ['row.you', 'talk.said', 'shopper.visitor'];
  expect(
    Object.entries(TABLES['zh-CN']).filter(
      ([key, entry]) => !symbols.includes(key) && !han.test(JSON.stringify(entry)),
    ),
  ).toEqual([]);
});

it('counts by the rules of the language', () => {
  const en = deskTranslator('en');
  expect([1, 3].map((n) => en('inbox.new', { name: 'Mei', n }))).toEqual([
    'Mei asks for a person. 1 is waiting.',
    'Mei asks for a person. 3 are waiting.',
  ]);
  expect(deskTranslator('zh-CN')('inbox.new', { name: '周女士', n: 1 })).toBe('周女士 请求人工，现有 1 人在等。');
});

it('takes the stored language, else the first that the browser wants, else English', () => {
  expect([pickLocale('zh-CN', ['en']), pickLocale(null, ['fr', 'zh-Hans']), pickLocale('xx', ['de'])]).toEqual([
    'zh-CN',
    'zh-CN',
    'en',
  ]);
});
