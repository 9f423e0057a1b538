import type { Language } from '../../text/language.ts';
import { en } from './en.ts';
import { FORMAL_EN, PLAYFUL_EN } from './en-tones.ts';
import type { Voice } from './wordings.ts';
import { zhCn } from './zh-cn.ts';
import { FORMAL_ZH, PLAYFUL_ZH } from './zh-cn-tones.ts';

/** The lines by language. */
export const VOICES: Readonly<Record<Language, Voice>> = {
  'zh-CN': { warm: zhCn, formal: FORMAL_ZH, playful: PLAYFUL_ZH },
  en: { warm: en, formal: FORMAL_EN, playful: PLAYFUL_EN },
};
