/**
 * A filter that remembers: what was the same row at the same place is not tested again, and nothing is copied while
 * every row passes. A message that comes at the end of a long list costs no more than at the end of a short one, and rows that
 * are all the same give the same list again.
 */
export function createFilter<T>(test: (row: T) => boolean): (rows: readonly T[]) => readonly T[] {
  let seen: readonly T[] = [];
  let kept: readonly T[] = [];
  return (rows) => {
    if (rows === seen) return kept;
    let same = 0;
    while (same < rows.length && same < seen.length && rows[same] === seen[same]) same++;
    if (same === rows.length && same === seen.length) return kept;
    const whole = kept === seen || seen.length === 0;
    const fresh = rows.slice(same);
    const passed = fresh.filter(test);
    if (whole && passed.length === fresh.length) kept = rows;
    else if (whole) kept = [...rows.slice(0, same), ...passed];
    else if (same === seen.length) kept = [...kept, ...passed];
    else kept = rows.filter(test);
    seen = rows;
    return kept;
  };
}
