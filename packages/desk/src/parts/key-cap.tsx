import { type Command, keyOf, printedKey } from '../keys.ts';

/** A key as it is printed on a button. Silent: `aria-keyshortcuts` of the button says it. */
export const KeyCap = ({ command, raw }: { readonly command?: Command; readonly raw?: string }) => (
  <span class="kbd" aria-hidden="true">
    {command ? keyOf(command) : printedKey(raw ?? '')}
  </span>
);
