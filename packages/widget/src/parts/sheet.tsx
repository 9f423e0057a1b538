import type { Signal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { part } from '../content/part.tsx';
import { Grabber } from './grabber.tsx';
import { useVisualViewport } from './use-visual-viewport.ts';

const FOCUSABLE = 'button:not([tabindex="-1"]),a[href],textarea,input,[tabindex="0"]';

/** Tab goes round inside the sheet of a phone; on a desktop it may leave the panel. */
function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const targets = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent !== null);
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [targets[0], targets.at(-1)] : [targets.at(-1), targets[0]];
  if (active !== from && !(event.shiftKey && active === panel)) return;
  event.preventDefault();
  to?.focus();
}

/** What makes a panel the sheet of a phone: a handle, the height of what can be seen, and focus that stays inside. */
export const Sheet = part(function Sheet({
  panel,
  tall,
}: {
  readonly panel: RefObject<HTMLElement | null>;
  readonly tall: Signal<boolean>;
}) {
  useVisualViewport(panel);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => keepInside(event, element);
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [panel]);
  return <Grabber panel={panel} tall={tall} />;
});
