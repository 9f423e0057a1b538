/**
 * Moves the focus along a row by the arrow keys, Home and End. The direction of the arrows follows the direction of
 * the text, read where it is needed because it can change with the language.
 *
 * @returns the index to go to, or undefined when the key means something else.
 */
export function arrowTarget(event: KeyboardEvent, from: number, length: number): number | undefined {
  const along = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: from + along,
    ArrowLeft: from - along,
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    Home: 0,
    End: length - 1,
  };
  const target = steps[event.key];
  if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  event.preventDefault();
  return (target + length) % length;
}
