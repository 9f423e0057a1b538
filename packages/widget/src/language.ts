import { type ReadonlySignal, signal } from '@preact/signals';
import { type Format, formats } from './locales/format.ts';
import type { Strings } from './locales/strings.ts';
import { type Translate, translator } from './locales/translate.ts';

/** The words of the widget in one language. */
export interface Words {
  /** Language of the table, for `lang`. */
  readonly lang: string;
  /** The locale that was asked for, for numbers and times. */
  readonly locale: string;
  readonly t: Translate;
  readonly format: Format;
}

/** Loads the table that fits a locale best. */
export type LoadStrings = (lang: string) => Promise<Strings>;

/** The tables, each in a file of its own. */
export const loadStrings: LoadStrings = async (lang) =>
  (await (lang === 'en' ? import('./locales/en.ts') : import('./locales/zh-cn.ts'))).strings;

/** The language of the table for a locale: every Chinese reads the one, everybody else the other. */
export const tableFor = (locale: string): 'zh-CN' | 'en' => (/^zh\b/i.test(locale) ? 'zh-CN' : 'en');

/** A locale that Intl accepts, or the table's own. */
function checkedLocale(locale: string, lang: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(locale);
    return canonical?.slice(0, 2) === lang.slice(0, 2) ? canonical : lang;
  } catch {
    return lang;
  }
}

/** The current words; null until the first table has come. */
export interface Language {
  readonly words: ReadonlySignal<Words | null>;
  /** Changes the language; a later call wins over an earlier one that is still loading. */
  set(locale: string): Promise<void>;
}

/** Keeps the words of one widget. */
export function createLanguage(load: LoadStrings): Language {
  const words = signal<Words | null>(null);
  let wanted = '';
  return {
    words,
    async set(asked) {
      wanted = asked;
      const lang = tableFor(asked);
      const strings = await load(lang);
      if (wanted !== asked) return;
      const locale = checkedLocale(asked, lang);
      words.value = { lang, locale, t: translator(strings, lang), format: formats(locale, Date.now) };
    },
  };
}
