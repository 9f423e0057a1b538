/** The browser's word for what closes things: the back gesture of Android. Chrome 126 and later; others have none. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/**
 * Lets the back gesture do in a sheet what Escape does, without an entry in the page's history: a drawer, a menu or a
 * recording in it closes first, and then the sheet. Where the browser has no word for it, back leaves the page as ever.
 * Answers what ends it.
 */
export function closeOnBack(sheet: HTMLElement, isOpen: () => boolean): () => void {
  const { CloseWatcher: Watcher } = window as { readonly CloseWatcher?: new () => CloseWatcher };
  if (!Watcher) return () => {};
  let watcher: CloseWatcher | undefined;
  const watch = () => {
    watcher = new Watcher();
    watcher.onclose = () => {
      const within = (sheet.getRootNode() as ShadowRoot).activeElement;
      const wish = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      (sheet.contains(within) ? within : sheet)?.dispatchEvent(wish);
      // A watcher hears one gesture.
      if (isOpen()) watch();
    };
  };
  watch();
  // A key that is pressed in the sheet is heard there already. What stands above it is the browser's own to close.
  const ended = new AbortController();
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !(event.target as Element).closest('dialog')) event.preventDefault();
  };
  sheet.addEventListener('keydown', hear, { capture: true, signal: ended.signal });
  return () => {
    ended.abort();
    watcher?.destroy();
  };
}
