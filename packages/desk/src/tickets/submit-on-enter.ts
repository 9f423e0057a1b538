import { isComposing } from '../keys.ts';

/** Lets Enter in a list of choices send its form, as it does in a field: what comes filled in needs one key. */
export function submitOnEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || isComposing(event) || !(target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  target.form?.requestSubmit();
}
