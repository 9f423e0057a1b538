/** The buttons of the rows that have a menu. */
export const rowButtons = (list: Element): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(':scope > [data-key] > .more'),
];

const setTabStop = (buttons: readonly HTMLElement[], stop: HTMLElement | undefined): void => {
  for (const button of buttons) {
    const index = button === stop ? 0 : -1;
    if (button.tabIndex !== index) button.tabIndex = index;
  }
};

/** Of all row buttons one is reached by Tab: the newest, or the one that has the focus. */
export function keepTabStop(list: Element): void {
  const buttons = rowButtons(list);
  const active = (list.getRootNode() as ShadowRoot).activeElement;
  setTabStop(buttons, buttons.find((button) => button === active) ?? buttons.at(-1));
}

/** Moves from one row's button to another by the arrow keys; tells whether the key was one of them. */
export function moveAlong(list: Element, { key, target }: KeyboardEvent): boolean {
  const buttons = rowButtons(list);
  const at = buttons.indexOf(target as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -buttons.length, End: buttons.length }[key];
  if (at < 0 || step === undefined) return false;
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
  setTabStop(buttons, next);
  next?.focus();
  return true;
}
