import type { Shell } from '../shell.ts';

/**
 * A conversation in the page is drawn whole and asks nothing of the chat's server before the shopper touches it or goes
 * into it by keyboard. A link in it leads elsewhere and is no such wish.
 */
export function openOnIntent(shell: Shell, until: AbortSignal): void {
  const wish = (event: Event) => {
    const isLink = event.composedPath().some((each) => each instanceof Element && each.matches('a[href]'));
    if (!isLink) shell.open();
  };
  for (const name of ['pointerdown', 'focusin', 'dragenter'])
    shell.root.host.addEventListener(name, wish, { signal: until });
  // What the first stage keeps places for belongs to the picture.
  shell.extras.load().then(shell.registry.preload, () => {});
}
