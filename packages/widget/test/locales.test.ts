import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { strings as en } from '../src/locales/en.ts';
import type { Plural } from '../src/locales/plural.ts';
import { strings as zhCn } from '../src/locales/zh-cn.ts';
import { createLanguage, loadStrings } from '../src/state/language.ts';

const placeholders = (entry: string | Plural): string[] => {
  const forms = typeof entry === 'string' ? [entry] : Object.values(entry);
  return [...new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
};
const described = (table: object) =>
  Object.entries(table)
    .map(([key, entry]) => `${key} ${placeholders(entry as string | Plural).join(' ')}`)
    .sort();

test('the tables have the same keys and placeholders', () => {
  expect(described(zhCn)).toEqual(described(en));
});

test('no text is empty, and none is left in the other language', () => {
  const texts = (table: object) =>
    Object.entries(table).flatMap(([key, entry]) =>
      (typeof entry === 'string' ? [entry] : Object.values(entry as Plural)).map((text) => [key, text] as const),
    );
  // The name of the other language is written in that language.
  const named = 'menu.language';
  const chinese = /[\u4e00-\u9fff]/;
  expect(texts(en).filter(([key, text]) => !text || (chinese.test(text) && key !== named))).toEqual([]);
  const foreign = (text: string) => /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')) && !chinese.test(text);
  expect(texts(zhCn).filter(([key, text]) => !text || (foreign(text) && key !== named))).toEqual([]);
});

test('the words of the cards are fetched with the first card, and again after another language', async () => {
  const log: string[] = [];
  const language = createLanguage((lang, part) => {
    log.push(`${lang} ${part}`);
    return loadStrings(lang, part);
  });
  const say = () => log.push([language.words.value?.t('panel.close'), language.words.value?.t('card.ask')].join('|'));
  await language.set('en-GB');
  say();
  say();
  await vi.waitFor(() => expect(language.words.value?.t('card.ask')).not.toBe(''));
  say();
  await language.set('zh');
  log.push(language.words.value?.t('panel.close') ?? '');
  expect(log).toEqual(['en shell', 'en later', 'Close|', 'Close|', `Close|${en['card.ask']}`, 'zh-CN shell', '关闭']);
});

test('the language that was asked for last wins, whichever table comes first', async () => {
  const slow = createLanguage(async (lang, part) => {
    if (lang === 'en') await new Promise((resolve) => setTimeout(resolve, 20));
    return loadStrings(lang, part);
  });
  await Promise.all([slow.set('en'), slow.set('zh-TW')]);
  expect(slow.words.value?.lang).toBe('zh-CN');
  expect(slow.words.value?.locale).toBe('zh-TW');
});

test('the loader says what the tables say', () => {
  const loader = readFileSync(new URL('../src/loader/loader.ts', import.meta.url), 'utf8');
  expect([en, zhCn].filter((table) => !loader.includes(`'${table['launcher.open']}'`))).toEqual([]);
});
