/** The same as the easing of `tokens.css` and the time of a sheet in `panel.css`. */
const TIMING = { duration: 240, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' };

/** Whether the reader wants no motion. */
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets a panel that is about to be drawn elsewhere slide there from where it is seen now. */
export function slide(panel: HTMLElement): void {
  const before = panel.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    const way = before - panel.getBoundingClientRect().top;
    if (way !== 0 && !isStill()) panel.animate([{ translate: `0 ${way}px` }, { translate: '0 0' }], TIMING);
  });
}

/** Lets the veil behind a sheet that closes fade with it. */
export function fadeOut(veil: Element | null): void {
  if (!isStill())
    veil?.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 180, easing: 'ease-in', fill: 'forwards' });
}
