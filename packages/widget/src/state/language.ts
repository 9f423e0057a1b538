import { type ReadonlySignal, signal } from '@preact/signals';
import { type Format, formats } from '../locales/format.ts';
import type { CardStrings, ShellStrings, Strings } from '../locales/strings.ts';
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

/** Loads one half of the table that fits a locale best. */
export type LoadStrings = <P extends 'shell' | 'cards'>(lang: string, part: P) => Promise<Part[P]>;

interface Part {
  readonly shell: ShellStrings;
  readonly cards: CardStrings;
}

/** The tables, each half in a file of its own. */
export const loadStrings: LoadStrings = async <P extends keyof Part>(lang: string, part: P) => {
  const half: Part[keyof Part] =
    part === 'shell'
      ? lang === 'en'
        ? (await import('../locales/shell/en.ts')).en
        : (await import('../locales/shell/zh-cn.ts')).zhCn
      : lang === 'en'
        ? (await import('../locales/cards/en.ts')).en
        : (await import('../locales/cards/zh-cn.ts')).zhCn;
  return half as Part[P];
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
}

/**
 * Keeps the words of one widget. The words of the cards come with the first card: a key that is not there yet is
 * empty, and everything that reads `words` is drawn again when it is.
 */
export function createLanguage(load: LoadStrings): Language {
  const words = signal<Words | null>(null);
  let wanted = '';
  return {
    words,
    async set(asked) {
      wanted = asked;
      const lang = tableFor(asked);
      const locale = checkedLocale(asked, lang);
      const format = formats(locale, Date.now);
      const show = (table: Strings, onMissing: () => void) => {
        const translate = translator(table, lang);
        const t: Translate = (key, values) => {
          if (Object.hasOwn(table, key)) return translate(key, values);
          onMissing();
          return '';
        };
        words.value = { lang, locale, t, format };
      };
      const shell = await load(lang, 'shell');
      if (wanted !== asked) return;
      let loading = false;
      show(shell as Strings, () => {
        if (loading) return;
        loading = true;
        load(lang, 'cards').then(
          (cards) => wanted === asked && show({ ...shell, ...cards }, () => {}),
          () => {
            loading = false;
          },
        );
      });
    },
  };
}
