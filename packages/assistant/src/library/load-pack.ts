import type { Language } from '../text/language.ts';
import type { LanguagePack } from './language-pack.ts';

/** Loads all that the assistant knows of a language; the others are not fetched. */
export const loadPack = async (lang: Language): Promise<LanguagePack> =>
  lang === 'zh-CN' ? (await import('./zh/pack.ts')).ZH : (await import('./en/pack.ts')).EN;
