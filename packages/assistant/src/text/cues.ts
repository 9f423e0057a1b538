import type { Concepts } from '../library/concepts.ts';

/** Finds what the words of a text hint at, and how strongly: a phrase says more than a word, two words more than one. */
export type CueReader = (text: string) => ReadonlyMap<string, number>;

interface Node {
  readonly next: Map<string, Node>;
  /** Cues of a word that ends here, and of words that only begin so. */
  whole?: string[];
  begun?: string[];
}

const LATIN = /[a-z0-9']/;

/** A short word is often there by the way; a phrase seldom is. */
const strengthOf = (word: string): number => {
  if (LATIN.test(word)) return word.includes(' ') ? 2 : 1;
  return word.length === 1 ? 0.7 : word.length === 2 ? 1 : 2;
};

/**
 * A reader of cues: every word of the tables that stands anywhere in a text counts, also inside a longer one. Latin words
 * match whole words, or beginnings of words where the table says so by `*`.
 */
export function createCueReader(tables: readonly Concepts[]): CueReader {
  const root: Node = { next: new Map() };
  for (const table of tables)
    for (const [cue, list] of Object.entries(table))
      for (const entry of list.split('|')) {
        const begins = entry.endsWith('*');
        let node = root;
        for (const char of begins ? entry.slice(0, -1) : entry) {
          let child = node.next.get(char);
          if (!child) {
            child = { next: new Map() };
            node.next.set(char, child);
          }
          node = child;
        }
        const cues = (begins ? node.begun : node.whole) ?? [];
        if (!cues.includes(cue)) cues.push(cue);
        if (begins) node.begun = cues;
        else node.whole = cues;
      }
  return (text) => {
    const found = new Map<string, number>();
    for (let from = 0; from < text.length; from++) {
      if (from > 0 && LATIN.test(text.charAt(from)) && LATIN.test(text.charAt(from - 1))) continue;
      let node: Node | undefined = root;
      for (let i = from; i < text.length; i++) {
        node = node.next.get(text.charAt(i));
        if (!node) break;
        const open = LATIN.test(text.charAt(i)) && LATIN.test(text.charAt(i + 1));
        const hit = open ? node.begun : [...(node.begun ?? []), ...(node.whole ?? [])];
        if (!hit || hit.length === 0) continue;
        const strength = strengthOf(text.slice(from, i + 1));
        for (const cue of hit) found.set(cue, (found.get(cue) ?? 0) + strength);
      }
    }
    return found;
  };
}
