import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Format } from '../locales/format.ts';
import { plainFormats } from '../locales/plain-format.ts';
import type { LaterStrings, ShellStrings, Strings } from '../locales/strings.ts';
import { type Translate, translator } from '../locales/translate.ts';

/** The words of the widget in one language. */
export interface Words {
  /** Language of the table, for `lang`. */
  readonly lang: string;
  /** The locale that was asked for, for numbers and times. */
  readonly locale: string;
  readonly t: Translate;
  readonly format: Format;
}

/** The halves of a table: what an open panel needs at once, and everything else. */
interface Halves {
  readonly shell: ShellStrings;
  readonly later: LaterStrings;
}

/** Loads one half of the table that fits a locale best. */
export type LoadStrings = <H extends keyof Halves>(lang: string, half: H) => Promise<Halves[H]>;

/** The tables, each half in a file of its own. */
export const loadStrings: LoadStrings = async <H extends keyof Halves>(lang: string, half: H) => {
  const table: Halves[keyof Halves] =
    half === 'shell'
      ? lang === 'en'
        ? (await import('../locales/shell/en.ts')).en
        : (await import('../locales/shell/zh-cn.ts')).zhCn
      : lang === 'en'
        ? (await import('../locales/later/en.ts')).en
        : (await import('../locales/later/zh-cn.ts')).zhCn;
  return table as Halves[H];
};

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
  /** Brings the other half of the current table. Rejects when it cannot be had; the next call tries again. */
  complete(): Promise<void>;
}

/**
 * Keeps the words of one widget. A key of the half that is not there yet is empty and fetches it, with the formats
 * that only cards need, and everything that reads `words` is drawn again when it has come.
 */
export function createLanguage(load: LoadStrings): Language {
  const words = signal<Words | null>(null);
  let wanted = '';
  let complete = async () => {};
  return {
    words,
    complete: () => complete(),
    async set(asked) {
      wanted = asked;
      const lang = tableFor(asked);
      const locale = checkedLocale(asked, lang);
      const shell = await load(lang, 'shell');
      if (wanted !== asked) return;
      let loading: Promise<void> | undefined;
      const show = (table: Strings, format: Format) => {
        const translate = translator(table, lang);
        const t: Translate = (key, values) => {
          if (Object.hasOwn(table, key)) return translate(key, values);
          void complete().catch(() => {});
          return '';
        };
        words.value = { lang, locale, t, format };
      };
      complete = () => {
        loading ??= Promise.all([load(lang, 'later'), import('../locales/format.ts')]).then(
          ([later, { formats }]) => {
            if (wanted === asked) show({ ...shell, ...later }, formats(locale, Date.now));
          },
          (error) => {
            loading = undefined;
            throw error;
          },
        );
        return loading;
      };
      show(shell as Strings, plainFormats(locale, Date.now) as Format);
    },
  };
}
