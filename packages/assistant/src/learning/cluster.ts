/** A group of texts that ask the same. */
export interface Group {
  /** The text that all others are like. */
  readonly centre: number;
  /** All texts of it, the centre first, then the most alike. */
  readonly members: readonly { readonly at: number; readonly likeness: number }[];
}

/** A text of unit length over the terms of all: ascending ids, the rarest first. */
interface Sparse {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** Length of what is left from a place on: no product with it is larger. */
  readonly left: Float32Array;
  /** How many of the first terms must be shared with whatever is alike enough. */
  readonly prefix: number;
}

/** Terms of a text with their weights. */
type Terms = ReadonlyMap<string, number>;

/** What a word counts for that no other text has: it tells no two texts apart. */
const ALONE = 0.5;

/**
 * Vectors weighted by how rare a term is in other texts of the kind, not among these: what half of them ask is no less its matter.
 * Term ids go from the rarest of these on.
 */
function vectorsOf(texts: readonly Terms[], beside: readonly Terms[], least: number): readonly Sparse[] {
  const frequency = new Map<string, number>();
  const known = new Map<string, number>();
  for (const text of texts) for (const key of text.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  for (const text of beside) for (const key of text.keys()) known.set(key, (known.get(key) ?? 0) + 1);
  // Ties by the key itself, so that the order of the texts changes nothing.
  const order = [...frequency].filter(([, count]) => count > 1).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const place = new Map(order.map(([key], n) => [key, n]));
  const rarityOf = (key: string): number => Math.log((2 + beside.length) / (1 + (known.get(key) ?? 0)));
  return texts.map((text) => {
    const terms: { readonly id: number; readonly value: number }[] = [];
    let square = 0;
    for (const [key, weight] of text) {
      const id = place.get(key);
      const value = weight * rarityOf(key) * (id === undefined && !known.has(key) ? ALONE : 1);
      square += value * value;
      if (id !== undefined) terms.push({ id, value });
    }
    terms.sort((a, b) => a.id - b.id);
    const length = Math.sqrt(square) || 1;
    const weights = Float32Array.from(terms, ({ value }) => value / length);
    const left = new Float32Array(terms.length + 1);
    for (let i = terms.length - 1; i >= 0; i--) left[i] = (left[i + 1] as number) + (weights[i] as number) ** 2;
    let prefix = terms.length;
    while (prefix > 0 && Math.sqrt(left[prefix - 1] as number) < least) prefix--;
    return { ids: Int32Array.from(terms, ({ id }) => id), weights, left: left.map(Math.sqrt), prefix };
  });
}

/** Steps between which the caller may do something else. */
const PAUSE_EVERY = 64;

/** Others that are looked at to tell how many are alike to one. */
const SAMPLE = 100;

/** Others that are looked at in vain before no more are looked for: time is bounded whatever is written. */
const IN_VAIN = 2_000;

/**
 * Groups texts that are alike: star clustering (Aslam, Pelekhov, Rus, J. Graph Algorithms Appl. 8, 2004) over the cosine, so that
 * every text of a group is alike to its centre and none is in it by way of others. Pairs are looked for by their rarest shared
 * terms only, one of which those alike enough must share (prefix filtering, Bayardo, Ma, Srikant, WWW 2007); how many are alike to
 * one is told from an even part of them. No pair is kept, so memory grows with the texts alone. The same texts in the same order
 * make the same groups.
 *
 * @param texts - terms of each text with their weights.
 * @param counts - how often each was said.
 * @param beside - other texts of the kind, so that rarity is sensible even among five that all ask the same.
 * @param least - cosine from which on two are alike.
 */
export function* clusterSteps(
  texts: readonly Terms[],
  counts: readonly number[],
  beside: readonly Terms[],
  least: number,
): Generator<undefined, readonly Group[]> {
  const vectors = vectorsOf(texts, beside, least);
  const lists = new Map<number, number[]>();
  vectors.forEach(({ ids, prefix }, at) => {
    for (let i = 0; i < prefix; i++) {
      const list = lists.get(ids[i] as number);
      if (list) list.push(at);
      else lists.set(ids[i] as number, [at]);
    }
  });
  const terms = vectors.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const spread = new Float32Array(terms);
  const seen = new Int32Array(texts.length).fill(-1);

  const spreadOut = ({ ids, weights }: Sparse): void => {
    for (let i = 0; i < ids.length; i++) spread[ids[i] as number] = weights[i] as number;
  };
  const clear = ({ ids }: Sparse): void => {
    for (const id of ids) spread[id] = 0;
  };

  /** The cosine with the one that is spread out; 0 as soon as it cannot be enough. */
  function cosineWith({ ids, weights, left }: Sparse): number {
    let cosine = 0;
    for (let k = 0; k < ids.length; k++) {
      if (cosine + (left[k] as number) < least) return 0;
      cosine += (weights[k] as number) * (spread[ids[k] as number] as number);
    }
    return cosine;
  }

  /** About how often what is alike to one was said: an even part of those that share a term with it is looked at. */
  function degreeOf(at: number): number {
    const own = vectors[at] as Sparse;
    spreadOut(own);
    seen[at] = at;
    let degree = counts[at] as number;
    let room = SAMPLE;
    for (let i = 0; i < own.prefix && room > 0; i++) {
      const list = lists.get(own.ids[i] as number) ?? [];
      const step = Math.ceil(list.length / room);
      for (let n = at % step; n < list.length; n += step) {
        const other = list[n] as number;
        if (seen[other] === at) continue;
        seen[other] = at;
        room--;
        if (cosineWith(vectors[other] as Sparse) >= least) degree += step * (counts[other] as number);
      }
    }
    clear(own);
    return degree;
  }

  /** Takes all that are alike to one and nobody's yet. */
  function gather(at: number, taken: Uint8Array): { readonly at: number; readonly likeness: number }[] {
    const own = vectors[at] as Sparse;
    const found: { readonly at: number; readonly likeness: number }[] = [];
    spreadOut(own);
    seen[at] = at;
    let looks = 0;
    for (let i = 0; i < own.prefix; i++)
      for (const other of lists.get(own.ids[i] as number) ?? []) {
        if (seen[other] === at || taken[other] === 1) continue;
        if (looks > IN_VAIN + 4 * found.length) break;
        seen[other] = at;
        looks++;
        const likeness = cosineWith(vectors[other] as Sparse);
        if (likeness < least) continue;
        taken[other] = 1;
        found.push({ at: other, likeness });
      }
    clear(own);
    return found;
  }

  const degrees = new Float64Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    degrees[at] = degreeOf(at);
    if (at % PAUSE_EVERY === 0) yield;
  }

  const order = [...texts.keys()].sort((a, b) => (degrees[b] as number) - (degrees[a] as number) || a - b);
  const taken = new Uint8Array(texts.length);
  const groups: Group[] = [];
  seen.fill(-1);
  for (const centre of order) {
    if (taken[centre]) continue;
    taken[centre] = 1;
    const others = gather(centre, taken).sort((a, b) => b.likeness - a.likeness || a.at - b.at);
    groups.push({ centre, members: [{ at: centre, likeness: 1 }, ...others] });
    if (groups.length % PAUSE_EVERY === 0) yield;
  }
  return groups;
}
