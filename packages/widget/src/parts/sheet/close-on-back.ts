/** The browser's word for what closes things: the back gesture of Android. Chrome 126 and later; others have none. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/** Lets the back gesture close a sheet, without an entry in the page's history. Answers what ends it. */
export function closeOnBack(close: () => void): () => void {
  const { CloseWatcher } = window as { readonly CloseWatcher?: new () => CloseWatcher };
  if (!CloseWatcher) return () => {};
  const watcher = new CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}
