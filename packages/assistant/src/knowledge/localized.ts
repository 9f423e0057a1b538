import type { Localized } from './knowledge-source.ts';

/** The text in a language: that language, its base, any region of it, the first there is. Empty for none. */
export function pick(text: Localized | undefined, lang: string): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  const base = lang.split('-')[0] ?? lang;
  const key =
    [lang, base].find((name) => text[name] !== undefined) ??
    Object.keys(text).find((name) => name === base || name.startsWith(`${base}-`));
  return (key === undefined ? Object.values(text)[0] : text[key]) ?? '';
}

/** The text in all its languages, each once. */
export const everyText = (text: Localized | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [...new Set(Object.values(text))];
