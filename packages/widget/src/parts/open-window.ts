import type { Shell } from './shell.ts';

/** Shows the conversation in a window of its own, at the page's own address for it; pressed again, that window comes forward. */
export function openWindow(shell: Shell, address: string): void {
  const { shop } = shell.options.peek();
  // No narrower than what counts as no phone: there, Enter would begin a line.
  const opened = window.open(address, `xiaoer:${shop}`, 'popup,width=480,height=720');
  // A browser that opens none leaves the chat where it is.
  if (!opened) return;
  opened.focus();
  shell.close();
}
