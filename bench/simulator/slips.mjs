import { CHINESE } from '../../packages/assistant/dist/library/zh/writing.js';
import { homophones, misspelt } from '../understanding/noise.mjs';
import { PINYIN } from '../understanding/pinyin-table.mjs';

const SYLLABLES = new Map([...PINYIN.matchAll(/([a-z]+)([^a-z]+)/g)].map(([, sound, chars]) => [sound, [...chars]]));
const pinyinOf = CHINESE.pinyin.of;
const charsOf = (sound) => SYLLABLES.get(sound) ?? [];

/** Two neighbours of a stretch of Chinese change places. */
function swapped(text, random) {
  const places = [...text.matchAll(/(?=\p{Script=Han}{2})/gu)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  return at === undefined ? text : text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

/** Two characters come out as their sounds. */
function inSounds(text, random) {
  const places = [...text.matchAll(/(?=\p{Script=Han}{2})/gu)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return text;
  return (
    text.slice(0, at) + [...text.slice(at, at + 2)].map((one) => pinyinOf(one) ?? one).join('') + text.slice(at + 2)
  );
}

function cased(text, random) {
  const way = random();
  if (way < 0.1) return text.toUpperCase();
  return way < 0.5 ? text.toLowerCase() : text;
}

/**
 * A line as somebody types it who is in a hurry: words with a slip, characters of the same sound, two that changed places,
 * a word left in pinyin, wrong case. Level 0 changes nothing, level 1 is a slip in about every second line.
 */
export function withSlips(text, language, level, random) {
  if (level === 0) return text;
  const latin = cased(misspelt(text, 0.12 * level, random), random);
  if (language === 'en') return latin;
  const same = homophones(latin, 0.04 * level, random, pinyinOf, charsOf);
  const moved = random() < 0.1 * level ? swapped(same, random) : same;
  return random() < 0.1 * level ? inSounds(moved, random) : moved;
}
