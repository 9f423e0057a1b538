import type { Language } from '../../text/language.ts';
import { en } from './en.ts';
import type { Templates } from './templates.ts';
import { zhCn } from './zh-cn.ts';

/** The lines by language. */
export const TEMPLATES: Readonly<Record<Language, Templates>> = { 'zh-CN': zhCn, en };
