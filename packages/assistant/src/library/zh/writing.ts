import { createSimplifier } from '../../text/characters.ts';
import { createPinyin } from '../../text/pinyin.ts';
import { OTHERS, RUNS } from './pinyin-table.ts';
import { TRADITIONAL } from './traditional.ts';

/** How Chinese sounds, and the characters that it is brought to. */
export const CHINESE = { pinyin: createPinyin(RUNS, OTHERS), simplify: createSimplifier(TRADITIONAL) };
