import type { IntentWords } from '../language-pack.ts';
import { ZH_PHRASINGS } from '../phrasings/zh/index.ts';
import { COMMON_ZH } from './common.ts';
import { CUES_ZH } from './cues.ts';
import { PLAIN_ZH } from './plain.ts';

/** How service intents are spoken of in Chinese, together: they share most of their characters, and pack best side by side. */
export const INTENT_WORDS_ZH: IntentWords = {
  phrasings: ZH_PHRASINGS,
  common: COMMON_ZH,
  cues: CUES_ZH,
  plain: PLAIN_ZH,
};
