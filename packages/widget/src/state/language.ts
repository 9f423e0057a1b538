import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Format } from '../locales/format.ts';
import type { OwnStrings } from '../locales/own-strings.ts';
import { plainFormats } from '../locales/plain-format.ts';
import type { Strings } from '../locales/strings.ts';
import type { LoadTable } from '../locales/table.ts';
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

/** The current words; null until the first table has come. */
export interface Language {
  readonly words: ReadonlySignal<Words | null>;
  /** Changes the language, and the host's own words; a later call wins over an earlier one that is still loading. */
  set(locale: string, own?: OwnStrings): Promise<void>;
  /** Brings the other half of the current table. Rejects when it cannot be had; the next call tries again. */
  complete(): Promise<void>;
}

/**
 * Keeps the words of one widget. A key of the half that is not there yet is empty and fetches it, with the formats
 * that only cards need, and everything that reads `words` is drawn again when it has come.
 */
export function createLanguage(load: LoadTable): Language {
  const words = signal<Words | null>(null);
  let calls = 0;
  let complete = async () => {};
  return {
    words,
    complete: () => complete(),
    async set(asked, own) {
      const call = ++calls;
      const { lang, shell, later, locale = asked } = await load(asked);
      if (call !== calls) return;
      let loading: Promise<void> | undefined;
      const show = (more: Partial<Strings>, format: Format) => {
        const table = {
          ...shell,
          ...more,
          ...own,
          ...(own as Readonly<Record<string, object>> | undefined)?.[lang],
        } as Strings;
        const translate = translator(table, locale);
        const t: Translate = (key, values) => {
          if (Object.hasOwn(table, key)) return translate(key, values);
          void complete().catch(() => {});
          return '';
        };
        words.value = { lang, locale, t, format };
      };
      complete = () => {
        loading ??= Promise.all([later(), import('../locales/format.ts')]).then(
          ([rest, { formats }]) => {
            if (call === calls) show(rest.later, formats(locale, Date.now));
          },
          (error) => {
            loading = undefined;
            throw error;
          },
        );
        return loading;
      };
      // Where the formats of cards are there already, cards need both halves of the next language as well.
      if (words.value?.format.money) await complete();
      else show({}, plainFormats(locale, Date.now) as Format);
    },
  };
}
