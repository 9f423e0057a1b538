import { detectLanguage, type Language } from '@xiaoer/assistant';

/**
 * The language of an option, or that of a text.
 *
 * @throws Error for an option that is no language of ours.
 */
export function languageOption(option: string | undefined, text: string): Language {
  if (option === undefined) return detectLanguage(text) ?? 'en';
  if (option === 'zh' || option === 'zh-CN') return 'zh-CN';
  if (option === 'en') return 'en';
  throw new Error(`--lang ${option}: the library speaks zh and en.`);
}
