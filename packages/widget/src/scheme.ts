/**
 * Whether the page is dark now. It follows what the page declares with `color-scheme`, not what the system prefers: a
 * shop made for light only keeps a light widget.
 */
export function pageIsDark(root: Element = document.documentElement): boolean {
  const declared = getComputedStyle(root).colorScheme;
  const schemes =
    declared && declared !== 'normal'
      ? declared
      : (document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '');
  if (!schemes.includes('dark')) return false;
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Calls `changed` whenever the page or the system may have switched between light and dark. */
export function watchScheme(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  query.addEventListener('change', changed);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
