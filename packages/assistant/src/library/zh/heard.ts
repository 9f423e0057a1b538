import { COMMON_ZH } from './common.ts';
import { CONCEPTS_ZH } from './concepts.ts';
import { CUES_ZH } from './cues.ts';
import { PHRASES_ZH } from './phrases.ts';
import { PLAIN_ZH } from './plain.ts';
import { THINGS_ZH } from './things.ts';

/** Words of Chinese and what they mean, together: they share most of their characters, and pack best side by side. */
export const HEARD_ZH = {
  concepts: [CONCEPTS_ZH, THINGS_ZH],
  phrases: PHRASES_ZH,
  common: COMMON_ZH,
  cues: CUES_ZH,
  plain: PLAIN_ZH,
};
