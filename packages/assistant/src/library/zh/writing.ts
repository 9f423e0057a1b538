import { createSimplifier } from '../../text/characters.ts';
import { createPinyin } from '../../text/pinyin.ts';
import { PINYIN } from '../../text/pinyin-table.ts';
import { TRADITIONAL } from '../../text/traditional.ts';

/** How Chinese sounds, and the characters that it is brought to. */
export const CHINESE = { pinyin: createPinyin(PINYIN), simplify: createSimplifier(TRADITIONAL) };
