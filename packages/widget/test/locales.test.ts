import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { en as enCards } from '../src/locales/cards/en.ts';
import { strings as en } from '../src/locales/en.ts';
import { LANGUAGES, type Lang } from '../src/locales/languages.ts';
import { loadAny, tableFor } from '../src/locales/more.ts';
import type { Plural } from '../src/locales/plural.ts';
import { shell as enShell } from '../src/locales/shell/en.ts';
import type { StringKey, Strings } from '../src/locales/strings.ts';
import { translator } from '../src/locales/translate.ts';
import { strings as zhCn } from '../src/locales/zh-cn.ts';
import { createLanguage } from '../src/state/language.ts';
import { loadTable } from '../src/state/load-table.ts';

const LANGS = Object.keys(LANGUAGES) as Lang[];

/** The whole table of a language. */
async function tableOf(lang: Lang): Promise<Strings> {
  const { shell, later } = await loadAny(lang);
  return { ...shell, ...(await later()).later };
}

const formsOf = (entry: string | Plural): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placeholders = (entry: string | Plural): string[] =>
  [...new Set(formsOf(entry).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

/** The file in which a key of the tables stands. */
const homeOf = (key: string): string => (key in enShell ? 'shell' : key in enCards ? 'cards' : 'later');

test.each(LANGS)('the table in %s has every key, the placeholders of English and no other', async (lang) => {
  const table: Partial<Strings> = await tableOf(lang);
  const file = (key: string) => `src/locales/${homeOf(key)}/${lang.toLowerCase()}.ts`;
  const missing = Object.entries(en)
    .filter(([key]) => !(key in table))
    .map(([key, text]) => `${file(key)}: '${key}', in English ${JSON.stringify(text)}`);
  expect(missing, 'keys to add').toEqual([]);
  expect(Object.keys(table).filter((key) => !(key in en))).toEqual([]);
  const wrong = (Object.entries(en) as [StringKey, string | Plural][])
    .filter(([key, text]) => String(placeholders(table[key] ?? '')) !== String(placeholders(text)))
    .map(([key, text]) => `${file(key)}: '${key}' needs ${placeholders(text).join(' ') || 'no placeholder'}`);
  expect(wrong).toEqual([]);
});

test.each(LANGS)('%s is called by its own tag, and no text of it is empty', async (lang) => {
  expect((await loadAny(lang)).lang).toBe(lang);
  const empty = Object.entries(await tableOf(lang)).filter(([, entry]) => formsOf(entry).some((form) => !form.trim()));
  expect(empty).toEqual([]);
});

test.each(LANGS)('%s has a text for every number that Intl tells apart', async (lang) => {
  const needed = new Intl.PluralRules(lang)
    .resolvedOptions()
    // Millions in Romance languages: "un millón de …" is not what a shop counts.
    .pluralCategories.filter((form) => form !== 'many' || ['ar', 'ru'].includes(lang))
    .sort();
  const odd = Object.entries(await tableOf(lang)).filter(
    ([, entry]) => typeof entry !== 'string' && String(Object.keys(entry).sort()) !== String(needed),
  );
  expect(odd.map(([key, entry]) => `${key}: ${Object.keys(entry)} but ${lang} has ${needed}`)).toEqual([]);
});

/** Letters that a text of the language consists of, where it does not share them with English. */
const SCRIPTS: Partial<Record<Lang, RegExp>> = {
  'zh-CN': /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
};

test.each(LANGS)('no text of %s was left in another language', async (lang) => {
  const own = SCRIPTS[lang];
  const others = Object.values(SCRIPTS).filter((script) => script !== own);
  const foreign = Object.entries(await tableOf(lang)).filter(([key, entry]) =>
    formsOf(entry).some((form) => {
      const text = form.replace(/\{\w+\}|Xiaoer|name@example\.com/g, '');
      if (own) return /\p{Letter}/u.test(text) && key !== 'bot.name' && !own.test(text);
      return others.some((script) => script?.test(text));
    }),
  );
  expect(foreign).toEqual([]);
});

test('languages that share their letters with English say little that English says too', async () => {
  for (const lang of LANGS.filter((each) => each !== 'en' && !SCRIPTS[each])) {
    const table = await tableOf(lang);
    const same = (Object.keys(en) as StringKey[]).filter(
      (key) =>
        JSON.stringify(table[key]) === JSON.stringify(en[key]) &&
        /[a-z]{3}/i.test(String(en[key]).replace(/\{\w+\}/g, '')),
    );
    expect(same.length, `${lang}: ${same}`).toBeLessThan(15);
  }
});

test('a locale finds its table by language, and Chinese by script and region', () => {
  const found = Object.fromEntries(
    ['zh', 'zh-SG', 'zh-Hans-HK', 'zh-HK', 'zh-Hant', 'zh_TW', 'en-GB', 'pt-PT', 'pt', 'es-419', 'in', 'de-CH'].map(
      (locale) => [locale, tableFor(locale)],
    ),
  );
  expect(found).toEqual({
    zh: 'zh-CN',
    'zh-SG': 'zh-CN',
    'zh-Hans-HK': 'zh-CN',
    'zh-HK': 'zh-TW',
    'zh-Hant': 'zh-TW',
    zh_TW: 'zh-TW',
    'en-GB': 'en',
    'pt-PT': 'pt-BR',
    pt: 'pt-BR',
    'es-419': 'es',
    in: 'id',
    'de-CH': 'de',
  });
  expect(['fi', 'nonsense!', '', 'x'].map(tableFor)).toEqual(['en', 'en', 'en', 'en']);
});

test('the first fetch finds the same tables as the list of all', async () => {
  for (const locale of [...LANGS, 'en-GB', 'zh', 'zh-HK', 'zh-Hans', 'fi', 'en_US'])
    expect([locale, (await loadTable(locale)).lang]).toEqual([locale, tableFor(locale)]);
});

test('plural forms and figures are those of the language', async () => {
  const say = async (lang: Lang, n: number) => translator(await tableOf(lang), lang)('order.items', { n });
  expect([await say('ru', 1), await say('ru', 3), await say('ru', 5), await say('ru', 1_234)]).toEqual([
    '1 товар',
    '3 товара',
    '5 товаров',
    '1\u00a0234 товара',
  ]);
  expect([await say('ar', 1), await say('ar', 2)]).toEqual(['منتج واحد', 'منتجان']);
  expect([await say('de', 1_234), await say('en', 1), await say('ja', 2)]).toEqual(['1.234 Artikel', '1 item', '2点']);
});

test('the words of the cards are fetched with the first card, and from then on with every other language', async () => {
  const log: string[] = [];
  const language = createLanguage(async (locale) => {
    log.push(`${locale} shell`);
    const table = await loadTable(locale);
    return {
      ...table,
      later: () => {
        log.push(`${locale} later`);
        return table.later();
      },
    };
  });
  const say = () => log.push([language.words.value?.t('panel.close'), language.words.value?.t('card.ask')].join('|'));
  await language.set('en-GB');
  say();
  say();
  await vi.waitFor(() => expect(language.words.value?.t('card.ask')).not.toBe(''), 10_000);
  say();
  await language.set('zh');
  log.push(language.words.value?.t('panel.close') ?? '');
  expect(log).toEqual([
    'en-GB shell',
    'en-GB later',
    'Close|',
    'Close|',
    `Close|${en['card.ask']}`,
    'zh shell',
    'zh later',
    '关闭',
  ]);
});

test('once cards are there, no language comes without the words and formats of cards', async () => {
  const language = createLanguage(loadTable);
  const money = { amount: 1_900, currency: 'EUR' };
  const seen: string[] = [];
  await language.set('en');
  await language.complete();
  language.words.subscribe((words) => {
    seen.push(`${words?.t('card.ask')} ${words?.format.money(money)}`);
  });
  await language.set('de');
  expect(seen).toEqual(['Ask about it €19', 'Danach fragen 19\u00a0€']);
});

test('the language that was asked for last wins, whichever table comes first', async () => {
  const slow = createLanguage(async (locale) => {
    if (locale === 'en') await new Promise((resolve) => setTimeout(resolve, 20));
    return loadTable(locale);
  });
  await Promise.all([slow.set('en'), slow.set('zh-TW')]);
  expect(slow.words.value?.lang).toBe('zh-TW');
  expect(slow.words.value?.locale).toBe('zh-TW');
});

test('a host’s own words stand in place of ours, in both halves, and those for one language only there', async () => {
  const language = createLanguage(loadTable);
  const own = {
    'panel.title': 'Ask the shop',
    'card.ask': { other: 'Ask {n}' },
    ja: { 'panel.title': '店に聞く' },
  };
  const title = () => language.words.value?.t('panel.title');
  await language.set('en', own);
  await language.complete();
  expect([title(), language.words.value?.t('card.ask', { n: 3 }), language.words.value?.t('panel.close')]).toEqual([
    'Ask the shop',
    'Ask 3',
    'Close',
  ]);
  await language.set('ja', own);
  expect(title()).toBe('店に聞く');
  await language.set('ja');
  expect(title()).toBe('ご用を承ります');
});

test('the loader says what the tables say', () => {
  const loader = readFileSync(new URL('../src/loader/loader.ts', import.meta.url), 'utf8');
  expect([en, zhCn].filter((table) => !loader.includes(`'${table['launcher.open']}'`))).toEqual([]);
});

test('numbers and times follow the region that was asked for, and the table where that is another language', async () => {
  const language = createLanguage(loadTable);
  const localeOf = async (asked: string) => {
    await language.set(asked);
    return language.words.value?.locale;
  };
  expect([await localeOf('en-GB'), await localeOf('de-CH'), await localeOf('zh-HK')]).toEqual([
    'en-GB',
    'de-CH',
    'zh-HK',
  ]);
  expect([await localeOf('fi'), await localeOf('en_US'), await localeOf('no such!')]).toEqual(['en', 'en', 'en']);
});
