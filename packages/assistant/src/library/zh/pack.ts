import { zhCn } from '../../reply/templates/zh-cn.ts';
import { FORMAL_ZH, PLAYFUL_ZH } from '../../reply/templates/zh-cn-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { CONCEPTS_ZH } from './concepts.ts';
import { BAD_ZH, GOOD_ZH } from './feelings.ts';
import { MOODS_ZH } from './moods.ts';
import { PHRASES_ZH } from './phrases.ts';
import { SELLING_ZH } from './selling.ts';
import { THINGS_ZH } from './things.ts';
import { CHINESE } from './writing.ts';

/** What the assistant needs to hear and speak Chinese. */
export const ZH: LanguagePack = {
  lang: 'zh-CN',
  concepts: [CONCEPTS_ZH, THINGS_ZH],
  phrases: PHRASES_ZH,
  moods: MOODS_ZH,
  liking: { good: GOOD_ZH, bad: BAD_ZH },
  selling: SELLING_ZH,
  voice: { warm: zhCn, formal: FORMAL_ZH, playful: PLAYFUL_ZH },
  spaced: false,
  ...CHINESE,
};
