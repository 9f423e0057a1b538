import { LANGUAGES, type Lang } from './languages.ts';
import type { LoadTable, Table } from './table.ts';

const TABLES: Readonly<Record<Lang, () => Promise<Table>>> = {
  'zh-CN': () => import('./shell/zh-cn.ts'),
  'zh-TW': () => import('./shell/zh-tw.ts'),
  en: () => import('./shell/en.ts'),
  ja: () => import('./shell/ja.ts'),
  ko: () => import('./shell/ko.ts'),
  es: () => import('./shell/es.ts'),
  'pt-BR': () => import('./shell/pt-br.ts'),
  fr: () => import('./shell/fr.ts'),
  de: () => import('./shell/de.ts'),
  ar: () => import('./shell/ar.ts'),
  ru: () => import('./shell/ru.ts'),
  id: () => import('./shell/id.ts'),
  th: () => import('./shell/th.ts'),
  vi: () => import('./shell/vi.ts'),
};

/** Who writes Chinese with traditional characters. */
const TRADITIONAL = /^zh\b(?!.*hans).*(hant|tw|hk|mo)\b/i;

/**
 * The table for a locale: simplified or traditional Chinese by script and region, otherwise the one of the language;
 * English where there is none, or where the locale is no BCP 47 tag.
 */
export function tableFor(locale: string): Lang {
  const asked = locale.replaceAll('_', '-');
  if (TRADITIONAL.test(asked)) return 'zh-TW';
  try {
    const { language } = new Intl.Locale(asked);
    return (Object.keys(LANGUAGES) as Lang[]).find((lang) => lang.split('-')[0] === language) ?? 'en';
  } catch {
    return 'en';
  }
}

/** A locale that Intl accepts, or the table's own. */
function checkedLocale(locale: string, lang: Lang): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(locale);
    return canonical?.slice(0, 2) === lang.slice(0, 2) ? canonical : lang;
  } catch {
    return lang;
  }
}

/** The table for any locale. */
export const loadAny: LoadTable = async (locale) => {
  const lang = tableFor(locale);
  return { ...(await TABLES[lang]()), locale: checkedLocale(locale, lang) };
};
