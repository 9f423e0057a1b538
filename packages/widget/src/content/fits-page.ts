/** Whether a text goes through the parts in their order, the first at its beginning and the last at its end. */
function runsThrough(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/**
 * Whether a page is among those that patterns name: paths in which `*` stands for anything. What follows a `?` counts
 * only where the pattern has one; no patterns are all pages. Takes time in proportion to its texts.
 */
export function fitsPage(
  patterns: readonly string[] | undefined,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): boolean {
  if (!patterns) return true;
  return patterns.some((pattern) =>
    runsThrough(pattern.includes('?') ? pathname + search : pathname, pattern.split('*')),
  );
}
