import type { Voice } from '../reply/templates/wordings.ts';
import type { SellingTalk } from '../selling/selling-talk.ts';
import type { Simplify } from '../text/characters.ts';
import type { Language } from '../text/language.ts';
import type { Pinyin } from '../text/pinyin.ts';
import type { Concepts } from './concepts.ts';
import type { Moods } from './moods.ts';

/**
 * All that the assistant needs of one language to answer from a shop's own data: it hears, feels and speaks by it. A page
 * loads those that its shoppers write.
 */
export interface LanguagePack {
  readonly lang: Language;
  /** Words of shopping and talk, and names of things. */
  readonly concepts: readonly Concepts[];
  /** How matters of a shop are asked about. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly moods: Moods;
  /** Words of liking and disliking, separated by `|`. */
  readonly liking: { readonly good: string; readonly bad: string };
  readonly selling: SellingTalk;
  readonly voice: Voice;
  /** Whether words are set apart by spaces. */
  readonly spaced: boolean;
  readonly pinyin?: Pinyin | undefined;
  readonly simplify?: Simplify | undefined;
}

/**
 * Words of the library of service intents in one language: phrasings, what is said most plainly, hints, and slang with plain
 * words. They are most of what is known of a language, and come after it: a sure answer needs none of them.
 */
export interface IntentWords {
  readonly phrasings: Readonly<Record<string, readonly string[]>>;
  readonly common: Readonly<Record<string, string>>;
  readonly cues: Concepts;
  readonly plain: readonly (readonly [said: string, plain: string])[];
}
