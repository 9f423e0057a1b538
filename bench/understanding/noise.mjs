/** xorshift32 with a fixed seed: the same slips every time. */
export function slips(seed = 20_261_121) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

const one = (list, random) => list[Math.floor(random() * list.length)];

/** Another character of the same sound, for a share of the characters. */
export function homophones(text, share, random, pinyinOf, charsOf) {
  return [...text]
    .map((char) => {
      const sound = pinyinOf(char);
      if (sound === undefined || random() >= share) return char;
      const others = charsOf(sound).filter((other) => other !== char);
      return others.length > 0 ? one(others, random) : char;
    })
    .join('');
}

/** Typed wholly in pinyin, the syllables of a stretch in one run. */
export const inPinyin = (text, pinyinOf) => [...text].map((char) => pinyinOf(char) ?? char).join('');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One slip in a share of the words of four letters and more: a swap, a loss, a doubling or a wrong key. */
export function misspelt(text, share, random) {
  return text.replace(/[a-zA-Z]{4,}/g, (word) => {
    if (random() >= share) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    switch (Math.floor(random() * 4)) {
      case 0:
        return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      case 1:
        return word.slice(0, at) + word.slice(at + 1);
      case 2:
        return word.slice(0, at) + word.charAt(at) + word.slice(at);
      default:
        return word.slice(0, at) + one([...LETTERS], random) + word.slice(at + 1);
    }
  });
}
