/** Languages that the page itself speaks. */
export type Locale = 'zh-CN' | 'en';

/** Text in one language, or by BCP 47 language. */
export type Localized = string | Readonly<Record<string, string>>;

/** The text in `locale`, in another region's form of the language, or in whatever language there is. */
export function pick(text: Localized, locale: string): string {
  if (typeof text === 'string') return text;
  const language = locale.slice(0, 2);
  const near = Object.keys(text).find((key) => key.slice(0, 2) === language);
  return text[locale] ?? (near === undefined ? undefined : text[near]) ?? plain(text);
}

/** The first text, whatever its language. */
export const plain = (text: Localized): string => (typeof text === 'string' ? text : (Object.values(text)[0] ?? ''));

/** The page's language nearest to a BCP 47 language. */
export const localeFor = (language: string): Locale => (/^zh\b/i.test(language) ? 'zh-CN' : 'en');
