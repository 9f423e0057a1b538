import type { Concepts } from '../library/concepts.ts';
import { isLatin } from './latin.ts';

/** Longest-match dictionary from words to concepts. */
export interface Lexicon {
  /** The longest word that starts at `from`, or undefined. Latin words match whole words only. */
  match(text: string, from: number): { readonly end: number; readonly concepts: readonly string[] } | undefined;
  /** Whether a single Latin word is in the tables, so that the speller leaves it alone. */
  has(word: string): boolean;
  /** All single Latin words. */
  readonly words: ReadonlySet<string>;
}

interface Node {
  readonly next: Map<number, Node>;
  concepts?: string[];
}

/**
 * Builds a lexicon from tables. A word that stands in several concepts yields all of them. `names` are words of the
 * merchant that the tables do not know: they are kept whole and yield no concept.
 */
export function createLexicon(tables: readonly Concepts[], names: readonly string[] = []): Lexicon {
  const root: Node = { next: new Map() };
  const words = new Set<string>();
  const enter = (word: string): string[] => {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      let child = node.next.get(word.charCodeAt(i));
      if (!child) {
        child = { next: new Map() };
        node.next.set(word.charCodeAt(i), child);
      }
      node = child;
    }
    node.concepts ??= [];
    return node.concepts;
  };
  for (const table of tables)
    for (const [concept, list] of Object.entries(table))
      for (const word of list.split('|')) {
        const concepts = enter(word);
        if (!concepts.includes(concept)) concepts.push(concept);
        for (const part of word.match(/[a-z']+/g) ?? []) words.add(part);
      }
  for (const name of names) enter(name);

  return {
    words,
    has: (word) => words.has(word),
    match(text, from) {
      // Inside a Latin word none begins; a number may be followed by one without a space.
      if (from > 0 && isLatin(text, from) && isLatin(text, from - 1) && !/\d/.test(text.charAt(from))) return undefined;
      let node: Node | undefined = root;
      let found: { end: number; concepts: readonly string[] } | undefined;
      for (let i = from; i < text.length; i++) {
        node = node.next.get(text.charCodeAt(i));
        if (!node) break;
        if (node.concepts && !(isLatin(text, i) && isLatin(text, i + 1)))
          found = { end: i + 1, concepts: node.concepts };
      }
      return found;
    },
  };
}
