/** The next or previous of a list; either end stays, and where none is chosen it is the first. */
export function stepIn(ids: readonly string[], chosen: string | undefined, by: 1 | -1): string | undefined {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  return ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))] ?? chosen;
}
