export { strings as enStrings } from './en.ts';
export { type Format, formats } from './format.ts';
export { LANGUAGES, type Lang } from './languages.ts';
export { loadAny, tableFor } from './more.ts';
export type { OwnStrings } from './own-strings.ts';
export type { CardStrings, LaterStrings, Plural, ShellStrings, StringKey, Strings } from './strings.ts';
export type { Table } from './table.ts';
export { type Translate, translator } from './translate.ts';
export { strings as zhCnStrings } from './zh-cn.ts';
