import type { Lang } from '../locales/languages.ts';
import { tableFor } from '../locales/more.ts';

/** Languages that shoppers have left for English, by widget. */
const left = new WeakMap<ShadowRoot, Lang>();

/**
 * The language that the menu offers: English, and from English the one that the shopper came from, or that of the page
 * or the browser, or Chinese.
 *
 * @param lang the one that is shown.
 */
export function otherLanguage(widget: ShadowRoot, lang: string): Lang {
  if (lang !== 'en') {
    left.set(widget, tableFor(lang));
    return 'en';
  }
  const likely = [document.documentElement.lang, ...navigator.languages].map(tableFor);
  return left.get(widget) ?? likely.find((each) => each !== 'en') ?? 'zh-CN';
}
