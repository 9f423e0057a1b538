import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells the sheet the height and place of what can be seen: on iOS the keyboard covers the layout viewport and only
 * the visual one becomes smaller.
 */
export function useVisualViewport(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const fit = () => {
      const style = panel.current?.style;
      style?.setProperty('--_seen', `${viewport.height}px`);
      style?.setProperty('--_below', `${Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)}px`);
    };
    fit();
    viewport.addEventListener('resize', fit);
    viewport.addEventListener('scroll', fit);
    return () => {
      viewport.removeEventListener('resize', fit);
      viewport.removeEventListener('scroll', fit);
    };
  }, [panel]);
}
