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
  /** How many of the first terms must be shared with whatever is alike enough. */
  readonly prefix: number;
}

/** Terms of a text with their weights. */
type Terms = ReadonlyMap<string, number>;

/** Vectors with smoothed inverse document frequency; term ids go from the rarest on. */
function vectorsOf(texts: readonly Terms[], beside: readonly Terms[], least: number): readonly Sparse[] {
  const frequency = new Map<string, number>();
  const all = texts.length + beside.length;
  for (const text of texts) for (const key of text.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  for (const text of beside)
    for (const key of text.keys()) {
      const known = frequency.get(key);
      if (known !== undefined) frequency.set(key, known + 1);
    }
  // Ties by the key itself, so that the order of the texts changes nothing.
  const order = [...frequency].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const place = new Map(order.map(([key], n) => [key, n]));
  return texts.map((text) => {
    const terms = [...text]
      .map(([key, weight]) => {
        const df = frequency.get(key) as number;
        return { id: place.get(key) as number, value: weight * (Math.log((1 + all) / (1 + df)) + 0.1) };
      })
      .sort((a, b) => a.id - b.id);
    const length = Math.sqrt(terms.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    const weights = Float32Array.from(terms, ({ value }) => value / length);
    let prefix = terms.length;
    for (let rest = 0; prefix > 0; prefix--) {
      rest += (weights[prefix - 1] as number) ** 2;
      if (Math.sqrt(rest) >= least) break;
    }
    return { ids: Int32Array.from(terms, ({ id }) => id), weights, prefix };
  });
}

/** Steps between which the caller may do something else. */
const PAUSE_EVERY = 64;

/**
 * Groups texts that are alike: star clustering (Aslam, Pelekhov, Rus, J. Graph Algorithms Appl. 8, 2004) over the cosine, so that
 * every text of a group is alike to its centre and none is in it by way of others. Pairs are looked for by their rarest shared
 * term only, which those alike enough must have (prefix filtering, Bayardo, Ma, Srikant, WWW 2007). No pair is kept, so memory
 * grows with the texts alone. The same texts make the same groups in any order, but for the order of equals.
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

  /** Calls back with all that are alike to one, itself left out. */
  function alike(at: number, open: (other: number) => boolean, found: (other: number, cosine: number) => void): void {
    const { ids, weights, prefix } = vectors[at] as Sparse;
    ids.forEach((id, i) => {
      spread[id] = weights[i] as number;
    });
    seen[at] = at;
    for (let i = 0; i < prefix; i++)
      for (const other of lists.get(ids[i] as number) ?? []) {
        if (seen[other] === at || !open(other)) continue;
        seen[other] = at;
        const theirs = vectors[other] as Sparse;
        let cosine = 0;
        for (let k = 0; k < theirs.ids.length; k++)
          cosine += (theirs.weights[k] as number) * (spread[theirs.ids[k] as number] as number);
        if (cosine >= least) found(other, cosine);
      }
    for (const id of ids) spread[id] = 0;
  }

  const degrees = new Float64Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    degrees[at] = (degrees[at] as number) + (counts[at] as number);
    // Each pair is looked at once and counts for both.
    alike(
      at,
      (other) => other < at,
      (other) => {
        degrees[at] = (degrees[at] as number) + (counts[other] as number);
        degrees[other] = (degrees[other] as number) + (counts[at] as number);
      },
    );
    if (at % PAUSE_EVERY === 0) yield;
  }

  const order = [...texts.keys()].sort((a, b) => (degrees[b] as number) - (degrees[a] as number) || a - b);
  const taken = new Uint8Array(texts.length);
  const groups: Group[] = [];
  seen.fill(-1);
  for (const centre of order) {
    if (taken[centre]) continue;
    taken[centre] = 1;
    const members = [{ at: centre, likeness: 1 }];
    alike(
      centre,
      (other) => taken[other] === 0,
      (other, likeness) => {
        taken[other] = 1;
        members.push({ at: other, likeness });
      },
    );
    const [first, ...rest] = members as [(typeof members)[number], ...typeof members];
    groups.push({ centre, members: [first, ...rest.sort((a, b) => b.likeness - a.likeness || a.at - b.at)] });
    if (groups.length % PAUSE_EVERY === 0) yield;
  }
  return groups;
}
