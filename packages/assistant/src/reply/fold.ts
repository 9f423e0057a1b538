import type { Language } from '../text/language.ts';

/** An answer longer than this is folded, and its beginning said. In characters. */
const LONG = { 'zh-CN': 180, en: 420 } as const;

/** So much is said of it, in whole sentences. */
const OPENING = { 'zh-CN': 80, en: 180 } as const;

/** The first sentences of a long text, which say what it comes to; undefined for one that is short enough to be read. */
export function openingOf(text: string, lang: Language): string | undefined {
  if (text.length <= LONG[lang]) return undefined;
  let opening = '';
  for (const sentence of text.split(/(?<=[。！？!?\n])|(?<=\.)(?=\s)/)) {
    if (opening !== '' && opening.length + sentence.length > OPENING[lang]) break;
    opening += sentence;
  }
  return opening.length < text.length && opening.length <= 2 * OPENING[lang] ? opening.trim() : undefined;
}
