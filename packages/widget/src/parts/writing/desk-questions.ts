import { effect, type Signal, signal } from '@preact/signals-core';
import { type DeskWords, deskWords, forPage } from '../../state/desk-words.ts';
import type { Shell } from '../shell.ts';

/** Questions keep their place free for so long while the desk's are asked for, in milliseconds. */
const HOLD_MS = 250;

/** What the desk has set for the page that is shown: its questions, or none; `asking` until that is known. */
type Asked = readonly string[] | 'none' | 'asking';

const held = new WeakMap<Shell, Signal<Asked>>();

function askedOf(shell: Shell): Signal<Asked> {
  // A page that answers by itself has no desk.
  const asked = held.get(shell) ?? signal<Asked>(shell.options.peek().knowledge === undefined ? 'asking' : 'none');
  held.set(shell, asked);
  return asked;
}

/** The questions that the merchant has set at the desk for this page. */
export const deskQuestions = (shell: Shell): Asked => askedOf(shell).value;

/**
 * Asks for the desk's questions once the panel is open, and finds those of the page as shopper and language go from one
 * to the next. Answers the function that ends it.
 */
export function followDeskQuestions(shell: Shell): () => void {
  const asked = askedOf(shell);
  if (asked.peek() === 'none') return () => {};
  /** Null where nothing is set; undefined until that is known. */
  const words = signal<DeskWords | null | undefined>(undefined);
  const page = signal(location.href);
  const look = () => {
    page.value = location.href;
  };
  const ended = new AbortController();
  const hold = setTimeout(() => {
    if (asked.peek() === 'asking') asked.value = 'none';
  }, HOLD_MS);
  const { navigation } = window as { navigation?: EventTarget };
  for (const [target, name] of [
    [window, 'popstate'],
    [navigation, 'currententrychange'],
  ] as const)
    target?.addEventListener(name, look, { signal: ended.signal });
  const ends = [
    effect(() => {
      if (shell.panel.value === 'closed') return;
      look();
      void deskWords(shell.server, shell.words.value.locale).then((told) => {
        if (!ended.signal.aborted) words.value = told ?? null;
      });
    }),
    // A page that has become another one often says so.
    effect(() => {
      void shell.options.value;
      void shell.focus.value;
      look();
    }),
    effect(() => {
      const told = words.value;
      if (told !== undefined) asked.value = (told && forPage(told.questions, new URL(page.value))?.questions) ?? 'none';
    }),
  ];
  return () => {
    ended.abort();
    clearTimeout(hold);
    for (const end of ends) end();
  };
}
