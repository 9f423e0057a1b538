import { EN } from './en.ts';
import type { DeskKey, DeskStrings, Forms } from './strings.ts';
import { ZH_CN } from './zh-cn.ts';

/** The languages of the desk, each named in itself. */
export const LANGUAGES = [
  { locale: 'zh-CN', name: '中文' },
  { locale: 'en', name: 'English' },
] as const;

/** A language of the desk. */
export type DeskLocale = (typeof LANGUAGES)[number]['locale'];

/** The text of a key with its placeholders filled in. */
export type DeskTranslate = (key: DeskKey, values?: Readonly<Record<string, string | number>>) => string;

/** The strings of each language. */
export const TABLES: Readonly<Record<DeskLocale, DeskStrings>> = { 'zh-CN': ZH_CN, en: EN };

/** A translator into one language. */
export function deskTranslator(locale: DeskLocale): DeskTranslate {
  const table = TABLES[locale];
  const plurals = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const entry: string | Forms = table[key];
    const form = plurals.select(Number(values['n'] ?? 0));
    const text = typeof entry === 'string' ? entry : (form !== 'zero' && entry[form]) || entry.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** Whether the tables have this key: for keys made of codes that a newer server may send. */
export const isDeskKey = (key: string): key is DeskKey => Object.hasOwn(EN, key);

/** The chosen language, else the browser's, else English. */
export function pickLocale(stored: string | null, wanted: readonly string[]): DeskLocale {
  const known = LANGUAGES.find(({ locale }) => locale === stored);
  if (known) return known.locale;
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
