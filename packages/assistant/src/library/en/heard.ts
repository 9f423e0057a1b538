import { COMMON_EN } from './common.ts';
import { CONCEPTS_EN } from './concepts.ts';
import { CUES_EN } from './cues.ts';
import { PHRASES_EN } from './phrases.ts';
import { PLAIN_EN } from './plain.ts';
import { THINGS_EN } from './things.ts';

/** Words of English and what they mean, together: they share most of their characters, and pack best side by side. */
export const HEARD_EN = {
  concepts: [CONCEPTS_EN, THINGS_EN],
  phrases: PHRASES_EN,
  common: COMMON_EN,
  cues: CUES_EN,
  plain: PLAIN_EN,
};
