import type { Knowledge } from '../knowledge/knowledge.ts';
import { everyText } from '../knowledge/localized.ts';
import { type ClaimKind, claimsOf, isMade } from './claims.ts';
import { keysOf, wordsNotIn } from './content-words.ts';
import type { Fact } from './fact.ts';
import type { CitedSentence } from './sentences.ts';
import { speaksToModels } from './speaks-to-models.ts';
import { PROMISES, saysNo, sideOf } from './words/promises.ts';

/** What is wrong with a sentence. */
export type Fault =
  | 'uncited'
  | 'no-such-fact'
  | ClaimKind
  | 'side'
  | 'mixed'
  | 'promise'
  | 'product'
  | 'negation'
  | 'words'
  | 'instruction';

/** A sentence that may be said, as it came or replaced by what its fact says; or one that may not. */
export type Checked =
  | { readonly say: string; readonly cited: readonly Fact[]; readonly replaced?: Fault | undefined }
  | { readonly dropped: Fault };

const plain = (text: string): string => text.normalize('NFKC').replaceAll('’', "'");

const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const sentencesOf = (text: string): readonly string[] =>
  plain(text)
    .split(/[;。!?\n]|\.(?=\s|$)/)
    .filter(says);

const clausesOf = (text: string): readonly string[] =>
  sentencesOf(text).flatMap((sentence) => sentence.split(/,|\bbut\b|\band\b|但是?|不过|并且|而且/).filter(says));

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let n = 0;
  for (const key of one) if (other.has(key)) n++;
  return n;
};

/** What is promised in a text, each with whether it is denied: `free+`, `return-`. */
const promisesOf = (text: string): ReadonlySet<string> =>
  new Set(
    clausesOf(text).flatMap((clause) =>
      Object.entries(PROMISES).flatMap(([name, words]) =>
        clause.match(words) ? [`${name}${saysNo(clause.replace(words, ' ')) ? '-' : '+'}`] : [],
      ),
    ),
  );

/** Checks sentences against the facts of one turn. */
export interface Checker {
  check(sentence: CitedSentence): Checked;
}

/**
 * A checker for the facts of a turn, numbered from 1. A sentence may say what the facts that it cites say: their numbers,
 * prices, dates, sizes, products, promises and words, on the same side of a limit and with the same yes or no. What it gets
 * wrong is replaced by what the fact itself says, where it speaks of the same; everything else is dropped. It errs on the side of
 * dropping: what is lost then is a turn of phrase.
 */
export function createChecker(
  facts: readonly Fact[],
  { catalogue, vocabulary }: Pick<Knowledge, 'catalogue' | 'vocabulary'>,
): Checker {
  const { simplify } = vocabulary;
  const told = new Set<string>();

  /** Titles of the catalogue that a text names and that none of these sources does. */
  const otherProduct = (text: string, sources: readonly string[]): boolean => {
    const said = text.toLowerCase();
    const known = sources.join('\n').toLowerCase();
    return catalogue.products.some(({ title }) =>
      everyText(title).some((one) => {
        const name = one.toLowerCase();
        return name.length > 1 && said.includes(name) && !known.includes(name);
      }),
    );
  };

  function faultOf({ text }: CitedSentence, cited: readonly Fact[]): Fault | undefined {
    const statements = cited.map((fact) => fact.text);
    const sources = cited.flatMap((fact) => [fact.text, fact.label]);
    if (speaksToModels(text)) return 'instruction';
    const made = statements.flatMap(claimsOf);
    // What a product is called may have numbers and sizes of its own; what a question asks about is no statement.
    const named = cited.flatMap(({ kind, label }) => (kind === 'answer' ? [] : claimsOf(label)));
    const wrong = claimsOf(text).find(
      (claim) => !isMade(claim, made) && !(claim.kind !== 'price' && named.some(({ key }) => key === claim.key)),
    );
    if (wrong) return wrong.kind;
    if (otherProduct(text, sources)) return 'product';
    const promised = promisesOf(statements.join('\n'));
    for (const promise of promisesOf(text)) if (!promised.has(promise)) return 'promise';
    // What stands in one sentence of a fact is said together; out of two sentences a third can be made that is in neither.
    const parts = cited.flatMap((fact) => {
      const label = fact.kind === 'answer' ? [] : claimsOf(fact.label);
      return sentencesOf(fact.text).map((part) => ({
        sources: [part, fact.label],
        claims: [...claimsOf(part), ...label],
        promises: promisesOf(part),
      }));
    });
    // What a product is called stands in all that is said of it, and tells nothing apart.
    const titles = keysOf(cited.map(({ kind, label }) => (kind === 'product' ? label : '')).join('\n'), simplify);
    const matter = (clause: string) => new Set([...keysOf(clause, simplify)].filter((key) => !titles.has(key)));
    const theirs = statements.flatMap(clausesOf).map((clause) => ({ clause, keys: matter(clause) }));
    for (const clause of clausesOf(text)) {
      const keys = matter(clause);
      const claims = claimsOf(clause);
      const most = Math.max(...theirs.map((one) => shared(keys, one.keys)));
      const nearest = most > 0 ? theirs.filter((one) => shared(keys, one.keys) === most) : theirs;
      if (nearest.every((one) => saysNo(one.clause) !== saysNo(clause))) return 'negation';
      const side = sideOf(clause);
      const beside = nearest.filter((one) =>
        claimsOf(one.clause).some(({ key }) => claims.some((mine) => mine.key === key)),
      );
      // «7 days» is within them; that it is after them must be said.
      const isOther = (their: typeof side) => their !== side && (their !== undefined || side === 'more');
      if (side && beside.length > 0 && beside.every((one) => isOther(sideOf(one.clause)))) return 'side';
      const together = parts.some(
        (part) =>
          claims.every((claim) => isMade(claim, part.claims)) &&
          [...promisesOf(clause)].every((promise) => part.promises.has(promise)) &&
          wordsNotIn(clause, part.sources, simplify).length === 0,
      );
      if (!together && wordsNotIn(text, sources, simplify).length === 0) return 'mixed';
    }
    return wordsNotIn(text, sources, simplify).length > 0 ? 'words' : undefined;
  }

  return {
    check(sentence) {
      if (sentence.cites.length === 0) return { dropped: 'uncited' };
      const cited = sentence.cites.flatMap((n) => facts[n - 1] ?? []);
      if (cited.length < sentence.cites.length) return { dropped: 'no-such-fact' };
      const fault = faultOf(sentence, cited);
      if (!fault) {
        for (const { id } of cited) told.add(id);
        return { say: sentence.text, cited };
      }
      if (fault === 'instruction') return { dropped: fault };
      const keys = keysOf(sentence.text, simplify);
      const [best] = cited
        .map((fact) => ({ fact, shared: shared(keys, keysOf(`${fact.label} ${fact.text}`, simplify)) }))
        .sort((a, b) => b.shared - a.shared);
      if (!best || best.shared === 0 || told.has(best.fact.id)) return { dropped: fault };
      told.add(best.fact.id);
      return { say: best.fact.text, cited: [best.fact], replaced: fault };
    },
  };
}
