/** Puts the cursor into the composer, when there is one. */
export const focusComposer = (): void => document.getElementById('composer')?.focus();
