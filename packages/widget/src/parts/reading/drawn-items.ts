/**
 * A filter that remembers: what was the same row at the same place is not tested again, so a message that comes at the
 * end of a long list costs no more than at the end of a short one.
 */
export function createFilter<T>(test: (row: T) => boolean): (rows: readonly T[]) => readonly T[] {
  let seen: readonly T[] = [];
  let kept: readonly T[] = [];
  /** Of each row seen, how many before it were kept. */
  const places: number[] = [];
  return (rows) => {
    if (rows === seen) return kept;
    let same = 0;
    while (same < rows.length && same < seen.length && rows[same] === seen[same]) same++;
    const next = kept.slice(0, same < places.length ? places[same] : kept.length);
    places.length = same;
    for (let n = same; n < rows.length; n++) {
      places.push(next.length);
      const row = rows[n] as T;
      if (test(row)) next.push(row);
    }
    seen = rows;
    kept = next;
    return kept;
  };
}
