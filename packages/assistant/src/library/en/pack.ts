import { en } from '../../reply/templates/en.ts';
import { FORMAL_EN, PLAYFUL_EN } from '../../reply/templates/en-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { EN_PHRASINGS } from '../phrasings/en/index.ts';
import { COMMON_EN } from './common.ts';
import { CONCEPTS_EN } from './concepts.ts';
import { CUES_EN } from './cues.ts';
import { BAD_EN, GOOD_EN } from './feelings.ts';
import { MOODS_EN } from './moods.ts';
import { PHRASES_EN } from './phrases.ts';
import { PLAIN_EN } from './plain.ts';
import { THINGS_EN } from './things.ts';

/** All that the assistant knows of English. */
export const EN: LanguagePack = {
  lang: 'en',
  concepts: [CONCEPTS_EN, THINGS_EN],
  phrases: PHRASES_EN,
  moods: MOODS_EN,
  liking: { good: GOOD_EN, bad: BAD_EN },
  voice: { warm: en, formal: FORMAL_EN, playful: PLAYFUL_EN },
  spaced: true,
  phrasings: EN_PHRASINGS,
  common: COMMON_EN,
  cues: CUES_EN,
  plain: PLAIN_EN,
};
