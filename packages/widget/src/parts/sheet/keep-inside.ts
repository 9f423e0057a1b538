const FOCUSABLE = 'button:not([tabindex="-1"]),a[href],textarea,input,[tabindex="0"]';

/** Tab goes round inside the sheet of a phone; on a desktop it may leave the panel. */
export function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const targets = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent !== null);
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [targets[0], targets.at(-1)] : [targets.at(-1), targets[0]];
  if (active !== from && !(event.shiftKey && active === panel)) return;
  event.preventDefault();
  to?.focus();
}
