import type { WidgetOptions } from './options.ts';

/**
 * Whether the page is dark now. It follows what the page declares with `color-scheme`, not what the system prefers: a
 * shop made for light only keeps a light widget.
 */
function pageIsDark(): boolean {
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const schemes =
    declared && declared !== 'normal'
      ? declared
      : (document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '');
  if (!schemes.includes('dark')) return false;
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Tells the sheets of a widget whether it is dark. */
export function drawScheme(element: HTMLElement, scheme: WidgetOptions['scheme']): void {
  const dark = scheme && scheme !== 'auto' ? scheme === 'dark' : pageIsDark();
  element.dataset['scheme'] = dark ? 'dark' : 'light';
}
