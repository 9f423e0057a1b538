import { zhCn } from '../../reply/templates/zh-cn.ts';
import { FORMAL_ZH, PLAYFUL_ZH } from '../../reply/templates/zh-cn-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { ZH_PHRASINGS } from '../phrasings/zh/index.ts';
import { COMMON_ZH } from './common.ts';
import { CONCEPTS_ZH } from './concepts.ts';
import { CUES_ZH } from './cues.ts';
import { BAD_ZH, GOOD_ZH } from './feelings.ts';
import { MOODS_ZH } from './moods.ts';
import { PHRASES_ZH } from './phrases.ts';
import { PLAIN_ZH } from './plain.ts';
import { THINGS_ZH } from './things.ts';
import { CHINESE } from './writing.ts';

/** All that the assistant knows of Chinese. */
export const ZH: LanguagePack = {
  lang: 'zh-CN',
  concepts: [CONCEPTS_ZH, THINGS_ZH],
  phrases: PHRASES_ZH,
  moods: MOODS_ZH,
  liking: { good: GOOD_ZH, bad: BAD_ZH },
  voice: { warm: zhCn, formal: FORMAL_ZH, playful: PLAYFUL_ZH },
  spaced: false,
  ...CHINESE,
  phrasings: ZH_PHRASINGS,
  common: COMMON_ZH,
  cues: CUES_ZH,
  plain: PLAIN_ZH,
};
