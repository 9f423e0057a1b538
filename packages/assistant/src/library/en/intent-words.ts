import type { IntentWords } from '../language-pack.ts';
import { EN_PHRASINGS } from '../phrasings/en/index.ts';
import { COMMON_EN } from './common.ts';
import { CUES_EN } from './cues.ts';
import { PLAIN_EN } from './plain.ts';

/** How service intents are spoken of in English, together: they share most of their characters, and pack best side by side. */
export const INTENT_WORDS_EN: IntentWords = {
  phrasings: EN_PHRASINGS,
  common: COMMON_EN,
  cues: CUES_EN,
  plain: PLAIN_EN,
};
