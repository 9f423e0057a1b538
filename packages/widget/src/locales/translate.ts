import type { Plural } from './plural.ts';
import type { StringKey, Strings } from './strings.ts';

/** The text of a key with its placeholders filled in. */
export type Translate = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** A translator over one table. `{n}` chooses the plural form, and numbers are written, by the locale's rules. */
export function translator(strings: Strings, locale: string): Translate {
  return (key, values = {}) => {
    const entry: string | Plural = strings[key];
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[new Intl.PluralRules(locale).select(Number(values['n'] ?? 0))] ?? entry.other ?? '');
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] ?? whole).toLocaleString(locale));
  };
}
