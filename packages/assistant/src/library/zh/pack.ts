import { zhCn } from '../../reply/templates/zh-cn.ts';
import { FORMAL_ZH, PLAYFUL_ZH } from '../../reply/templates/zh-cn-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { BAD_ZH, GOOD_ZH } from './feelings.ts';
import { HEARD_ZH } from './heard.ts';
import { MOODS_ZH } from './moods.ts';
import { ZH_PHRASINGS } from './phrasings.ts';
import { SELLING_ZH } from './selling.ts';
import { CHINESE } from './writing.ts';

/** All that the assistant knows of Chinese. */
export const ZH: LanguagePack = {
  lang: 'zh-CN',
  ...HEARD_ZH,
  moods: MOODS_ZH,
  liking: { good: GOOD_ZH, bad: BAD_ZH },
  selling: SELLING_ZH,
  voice: { warm: zhCn, formal: FORMAL_ZH, playful: PLAYFUL_ZH },
  spaced: false,
  ...CHINESE,
  phrasings: ZH_PHRASINGS,
};
