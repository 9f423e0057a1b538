/** From this many letters on the beginning of a word stands for it. */
const FROM = 2;
/** Longer beginnings tell no more. */
const TO = 10;

const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/** A plural is found by its singular. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|s)$/, '') : word);

/** Pairs of characters, and the characters themselves at a lower weight: Chinese is found from its first character on. */
function hanKeys(run: string): readonly (readonly [string, number])[] {
  const keys: [string, number][] = [];
  for (let i = 0; i < run.length; i++) {
    keys.push([`h:${run[i]}`, 0.4]);
    if (i + 1 < run.length) keys.push([`h:${run.slice(i, i + 2)}`, 1]);
  }
  return keys;
}

const runsOf = (text: string): readonly string[] => text.match(RUN) ?? [];

/** Keys of a question that can be suggested: every beginning of its words, so that half a word finds it. */
export function questionKeys(text: string): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const run of runsOf(text)) {
    if (HAN.test(run)) for (const [key, weight] of hanKeys(run)) keys.set(key, weight);
    else
      for (let n = Math.min(FROM, run.length); n <= Math.min(TO, run.length); n++) keys.set(`p:${run.slice(0, n)}`, 1);
  }
  return keys;
}

/**
 * Keys of what somebody has typed so far: a word is the beginning of one, whether it is finished or not. A single letter
 * at the end says nothing yet.
 *
 * @param worth - what a word counts for, 0 … 1: next to nothing for words that every sentence has.
 */
export function typedKeys(text: string, worth: (word: string) => number): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const run of runsOf(text)) {
    if (HAN.test(run)) for (const [key, weight] of hanKeys(run)) keys.set(key, weight);
    else if (run.length >= FROM) keys.set(`p:${stem(run).slice(0, TO)}`, worth(run));
  }
  return keys;
}
