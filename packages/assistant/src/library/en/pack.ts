import { en } from '../../reply/templates/en.ts';
import { FORMAL_EN, PLAYFUL_EN } from '../../reply/templates/en-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { BAD_EN, GOOD_EN } from './feelings.ts';
import { HEARD_EN } from './heard.ts';
import { MOODS_EN } from './moods.ts';
import { EN_PHRASINGS } from './phrasings.ts';
import { SELLING_EN } from './selling.ts';

/** All that the assistant knows of English. */
export const EN: LanguagePack = {
  lang: 'en',
  ...HEARD_EN,
  moods: MOODS_EN,
  liking: { good: GOOD_EN, bad: BAD_EN },
  selling: SELLING_EN,
  voice: { warm: en, formal: FORMAL_EN, playful: PLAYFUL_EN },
  spaced: true,
  phrasings: EN_PHRASINGS,
};
