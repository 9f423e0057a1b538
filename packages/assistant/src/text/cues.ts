import type { Concepts } from '../library/concepts.ts';
import { NO_PINYIN, type Pinyin } from './pinyin.ts';
import type { PlainWords } from './plain-words.ts';

/** Finds what the words of a text hint at, and how strongly: a phrase says more than a word, two words more than one. */
export type CueReader = (text: string) => ReadonlyMap<string, number>;

interface Node {
  readonly next: Map<string, Node>;
  /** Cues of a word that ends here, and of words that only begin so. */
  whole?: string[];
  begun?: string[];
}

const LATIN = /[a-z0-9']/;
const HAN = /^\p{Script=Han}{2,}$/u;

/** A short word is often there by the way; a phrase seldom is. */
const strengthOf = (word: string): number => {
  if (LATIN.test(word)) return word.includes(' ') ? 2 : 1;
  return word.length === 1 ? 0.7 : word.length === 2 ? 1 : 2;
};

function enter(root: Node, parts: Iterable<string>, cue: string, begins: boolean): void {
  let node = root;
  for (const part of parts) {
    let child = node.next.get(part);
    if (!child) {
      child = { next: new Map() };
      node.next.set(part, child);
    }
    node = child;
  }
  const cues = (begins ? node.begun : node.whole) ?? [];
  if (!cues.includes(cue)) cues.push(cue);
  if (begins) node.begun = cues;
  else node.whole = cues;
}

/** Syllables of neighbouring Latin words that are pinyin, a list for each stretch of them. */
function spokenIn(text: string, pinyin: Pinyin): readonly (readonly string[])[] {
  const stretches: string[][] = [];
  let open: string[] | undefined;
  let end = -1;
  for (const found of text.matchAll(/[a-z]+/g)) {
    const syllables = pinyin.split(found[0]);
    const joins = open !== undefined && text.slice(end, found.index).trim() === '';
    if (!syllables) open = undefined;
    else if (joins) open?.push(...syllables);
    else {
      open = [...syllables];
      stretches.push(open);
    }
    end = found.index + found[0].length;
  }
  return stretches;
}

/**
 * A reader of cues: every word of the tables that stands anywhere in a text counts, also inside a longer one. Latin words
 * match whole words, or beginnings of words where the table says so by `*`; Chinese words of two characters and more
 * also match their pinyin. `plain` is what the texts will have gone through.
 */
export function createCueReader(
  tables: readonly Concepts[],
  plain: PlainWords = (text) => text,
  pinyin: Pinyin = NO_PINYIN,
): CueReader {
  const written: Node = { next: new Map() };
  const spoken: Node = { next: new Map() };
  for (const table of tables)
    for (const [cue, list] of Object.entries(table))
      for (const entry of list.split('|')) {
        const begins = entry.endsWith('*');
        const word = begins ? entry.slice(0, -1) : plain(entry);
        if (word === '') continue;
        enter(written, word, cue, begins);
        const syllables = HAN.test(word) ? [...word].map(pinyin.of) : [];
        if (syllables.length > 0 && syllables.every((syllable) => syllable !== undefined))
          enter(spoken, syllables, cue, false);
      }

  return (text) => {
    const found = new Map<string, number>();
    const count = (cues: readonly string[] | undefined, strength: number) => {
      for (const cue of cues ?? []) found.set(cue, (found.get(cue) ?? 0) + strength);
    };
    for (let from = 0; from < text.length; from++) {
      if (from > 0 && LATIN.test(text.charAt(from)) && LATIN.test(text.charAt(from - 1))) continue;
      let node: Node | undefined = written;
      for (let i = from; i < text.length; i++) {
        node = node.next.get(text.charAt(i));
        if (!node) break;
        if (!node.begun && !node.whole) continue;
        const strength = strengthOf(text.slice(from, i + 1));
        count(node.begun, strength);
        if (!(LATIN.test(text.charAt(i)) && LATIN.test(text.charAt(i + 1)))) count(node.whole, strength);
      }
    }
    if (spoken.next.size > 0)
      for (const syllables of spokenIn(text, pinyin))
        for (let from = 0; from < syllables.length; from++) {
          let node: Node | undefined = spoken;
          for (let i = from; i < syllables.length; i++) {
            node = node.next.get(syllables[i] as string);
            if (!node) break;
            count(node.whole, i - from > 1 ? 2 : 1);
          }
        }
    return found;
  };
}
