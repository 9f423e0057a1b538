import { effect } from '@preact/signals-core';
import { adoptSheet } from '../../content/adopt-sheet.ts';
import placing from '../../theme/styles/placing.css';
import type { Shell } from '../shell.ts';
import { openOnIntent } from './open-on-intent.ts';
import { returnFocus } from './return-focus.ts';

/**
 * Puts a widget elsewhere than into the corner with a button: into the page, or without a launcher; and sees to its
 * greeting. Follows the options until the widget ends.
 */
export function place(shell: Shell, until: AbortSignal): void {
  const host = shell.root.host as HTMLElement;
  const ends = [
    effect(() => {
      // Behind the sheet of the first drawing, which comes with the words.
      if (shell.words.value) queueMicrotask(() => adoptSheet(shell.root, placing));
    }),
    effect(() => {
      const { mode, launcher } = shell.options.value;
      if (mode) host.dataset['mode'] = mode;
      host.dataset['launcher'] = String(launcher !== false);
    }),
    effect(() => {
      const { greeting } = shell.options.value;
      if (!greeting) return;
      const changed = new AbortController();
      import('../greeting/greet.tsx').then(({ greet }) => greet(shell, greeting, changed.signal), reportError);
      return () => changed.abort();
    }),
    returnFocus(shell),
  ];
  if (shell.options.peek().mode) openOnIntent(shell, until);
  until.addEventListener('abort', () => {
    for (const end of ends) end();
  });
}
