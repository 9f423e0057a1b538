import type { DeskTranslate } from '../../locales/translate.ts';
import { isDeskKey } from '../../locales/translate.ts';
import type { Refusal } from './learning-api.ts';

/** Why something was not done, and what to do. */
export function refusalWords({ code, by = [], mistakes = [] }: Refusal, t: DeskTranslate, locale: string): string {
  const [first] = mistakes;
  if (first) return t('teach.refused.mistake', { at: first.at, message: first.message });
  const key = `teach.refused.${code}`;
  const versions = new Intl.ListFormat(locale, { type: 'conjunction' }).format(by.map(String));
  return isDeskKey(key) ? t(key, { n: by.length, versions }) : t('teach.refused.other', { code });
}
