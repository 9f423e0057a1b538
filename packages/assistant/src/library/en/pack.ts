import { en } from '../../reply/templates/en.ts';
import { FORMAL_EN, PLAYFUL_EN } from '../../reply/templates/en-tones.ts';
import type { LanguagePack } from '../language-pack.ts';
import { CONCEPTS_EN } from './concepts.ts';
import { BAD_EN, GOOD_EN } from './feelings.ts';
import { MOODS_EN } from './moods.ts';
import { PHRASES_EN } from './phrases.ts';
import { SELLING_EN } from './selling.ts';
import { THINGS_EN } from './things.ts';

/** What the assistant needs to hear and speak English. */
export const EN: LanguagePack = {
  lang: 'en',
  concepts: [CONCEPTS_EN, THINGS_EN],
  phrases: PHRASES_EN,
  moods: MOODS_EN,
  liking: { good: GOOD_EN, bad: BAD_EN },
  selling: SELLING_EN,
  voice: { warm: en, formal: FORMAL_EN, playful: PLAYFUL_EN },
  spaced: true,
};
