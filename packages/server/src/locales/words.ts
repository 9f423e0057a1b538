import { en, type WordKey } from './en.ts';
import { zhCN } from './zh-cn.ts';

/** Values by the names in braces. */
export type Values = Readonly<Record<string, string | number>>;

/** A sentence of the house, in Chinese for every Chinese locale and else in English. */
export function words(locale: string, key: WordKey, values: Values = {}): string {
  const table = /^zh/i.test(locale) ? zhCN : en;
  return table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
