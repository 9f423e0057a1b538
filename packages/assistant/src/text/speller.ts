/** Rewrites a Latin word that nobody here knows to a known one that is one slip away. */
export type Speller = (word: string) => string;

/** Whether two different words are one insertion, deletion, change or swap of neighbours apart. */
export function oneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return oneSlip(b, a);
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/**
 * A speller over the words of the tables and of the merchant. Only words of five letters and more that are
 * unknown are touched, the first letter must agree, and of several candidates the most frequent wins.
 */
export function createSpeller(known: ReadonlyMap<string, number>): Speller {
  const buckets = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < 4) continue;
    const key = `${word.charAt(0)}${word.length}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(word);
    else buckets.set(key, [word]);
  }
  return (word) => {
    if (word.length < 5 || known.has(word)) return word;
    let best = word;
    let most = 0;
    for (const length of [word.length, word.length + 1, word.length - 1])
      for (const candidate of buckets.get(`${word.charAt(0)}${length}`) ?? []) {
        const count = known.get(candidate) ?? 0;
        if (count > most && oneSlip(word, candidate)) {
          best = candidate;
          most = count;
        }
      }
    return best;
  };
}
