/**
 * Tells a panel above the page the height and place of what can be seen: a keyboard on the screen covers the layout
 * viewport, and only the visual one becomes smaller. Who zooms in by two fingers keeps the size they zoomed at.
 */
export function followViewport({ style }: HTMLElement, until: AbortSignal): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = () => {
    if (viewport.scale > 1.01) return;
    style.setProperty('--_seen', `${viewport.height}px`);
    style.setProperty('--_below', `${Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)}px`);
  };
  fit();
  viewport.addEventListener('resize', fit, { signal: until });
  viewport.addEventListener('scroll', fit, { signal: until });
}
