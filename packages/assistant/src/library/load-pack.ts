import type { Language } from '../text/language.ts';
import type { IntentWords, LanguagePack } from './language-pack.ts';

/** Loads what the assistant needs of a language to answer; the others are not fetched. */
export const loadPack = async (lang: Language): Promise<LanguagePack> =>
  lang === 'zh-CN' ? (await import('./zh/pack.ts')).ZH : (await import('./en/pack.ts')).EN;

/** Loads the words of the library of service intents in a language. */
export const loadIntentWords = async (lang: Language): Promise<IntentWords> =>
  lang === 'zh-CN'
    ? (await import('./zh/intent-words.ts')).INTENT_WORDS_ZH
    : (await import('./en/intent-words.ts')).INTENT_WORDS_EN;
