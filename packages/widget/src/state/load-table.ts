import type { LoadTable } from '../locales/table.ts';

/** The tables, each half in a file of its own. What is less plain than these two is looked up in a list of all. */
export const loadTable: LoadTable = async (locale) =>
  /^en(-\w\w)?$/i.test(locale)
    ? import('../locales/shell/en.ts')
    : /^zh(-cn)?$/i.test(locale)
      ? import('../locales/shell/zh-cn.ts')
      : (await import('../locales/more.ts')).loadAny(locale);
