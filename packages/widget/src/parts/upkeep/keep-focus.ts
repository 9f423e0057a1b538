import { effect } from '@preact/signals-core';
import type { Shell } from '../shell.ts';

/** Where somebody goes on whose place in the panel is gone: beside its message, or where the next one is written. */
function nextPlace({ root, phone, field }: Shell, row: Element | null): HTMLElement | null {
  const beside = row?.isConnected ? row.querySelector<HTMLElement>(':scope > .more') : null;
  // On a phone the field would bring up the keyboard.
  return beside ?? (phone.peek() ? root.querySelector<HTMLElement>('[role=dialog]') : field.current);
}

/**
 * Keeps the focus in the panel when the element that has it goes: a question that was asked, a form that was sent, a
 * message that was deleted. Browsers leave it on the page's body, where Escape and Tab know nothing of the panel. Answers
 * the function that ends it.
 */
export function keepFocus(shell: Shell): () => void {
  const { root } = shell;
  const ended = new AbortController();
  const { signal } = ended;
  let last: HTMLElement | null = null;
  let row: Element | null = null;

  const look = () => {
    if (!last || last.isConnected) return;
    const { activeElement, body } = document;
    const lost = root.activeElement === null && (activeElement === body || activeElement === null);
    last = null;
    if (lost && shell.panel.peek() === 'open') nextPlace(shell, row)?.focus({ preventScroll: true });
  };
  root.addEventListener(
    'focusin',
    ({ target }) => {
      last = target as HTMLElement;
      row = last.closest('[data-key]');
    },
    { signal },
  );
  root.addEventListener(
    'focusout',
    ({ target }) =>
      setTimeout(() => {
        // Somebody who leaves by themselves leaves a place that stands.
        if (last === target && last?.isConnected) last = null;
      }),
    { signal },
  );
  // The page may close the panel while somebody writes in a field of its own: the launcher gives that back.
  const giveBack = () => {
    const there = document.activeElement as HTMLElement | null;
    if (there === root.host || there === document.body) return;
    setTimeout(() => root.activeElement && there?.focus({ preventScroll: true }));
  };
  // Opened again while it was moving out, the panel is the same and does not take the focus in by itself.
  let before = shell.panel.peek();
  const end = effect(() => {
    const now = shell.panel.value;
    if (before === 'open' && now === 'closing') giveBack();
    if (before === 'closing' && now === 'open') nextPlace(shell, null)?.focus({ preventScroll: true });
    before = now;
  });
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    ended.abort();
    end();
    observer.disconnect();
  };
}
