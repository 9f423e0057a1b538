import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ActionMenu } from '../action-menu.tsx';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';
import { listenLongPress } from './long-press.ts';
import type { Reading } from './reading.ts';
import { rowActions } from './row-actions.ts';
import { moveAlong } from './row-focus.ts';

/** Where the menu of a row is. */
interface Opened {
  readonly key: string;
  /** From the top of the box, in CSS pixels. */
  readonly top: number;
  readonly out: boolean;
  readonly from: HTMLElement | null;
}

/** Room that a menu of three lines takes, in CSS pixels. */
const MENU_HEIGHT = 140;

/** The menu of a message, by its button, by a long press, or by the keyboard; and the way to what a message quotes. */
export const RowMenu = shellPart(
  (shell, props: { readonly reading: Reading; readonly box: RefObject<HTMLElement | null> }) => {
    const { reading, box } = props;
    const opened = useSignal<Opened | null>(null);
    const menu = useRef<HTMLDivElement>(null);

    useEffect(() => {
      const element = box.current;
      if (!element) return;
      const ended = new AbortController();
      const { signal } = ended;
      const open = (row: HTMLElement) => {
        const key = row.dataset['key'];
        const place = row.getBoundingClientRect();
        const frame = element.getBoundingClientRect();
        const top = Math.min(Math.max(8, place.bottom - frame.top - 8), frame.height - MENU_HEIGHT);
        const from = row.querySelector<HTMLElement>(':scope > .more');
        if (key && from) opened.value = { key, top: Math.max(8, top), out: row.classList.contains('out'), from };
      };
      element.addEventListener(
        'click',
        ({ target }) => {
          const pressed = (target as Element).closest<HTMLElement>('.more,[data-quote]');
          const row = pressed?.closest<HTMLElement>('[data-key]');
          const quote = Number(pressed?.dataset['quote']);
          if (quote)
            void reading.jump(quote).then((found) => {
              if (!found) shell.problem.value = 'quote.gone';
            }, reportError);
          else if (row) open(row);
        },
        { signal },
      );
      element.addEventListener(
        'keydown',
        (event) => {
          const list = (event.target as Element).closest('.list');
          if (!list || !moveAlong(list, event)) return;
          event.preventDefault();
        },
        { signal },
      );
      listenLongPress(element, '[data-key]', open, signal);
      return () => ended.abort();
    }, [box, reading, opened, shell]);

    const at = opened.value;
    const item = at && shell.client.value.messages.value.find(({ key }) => key === at.key);
    if (!at || !item) return null;
    return (
      <div class={`row-menu ${at.out ? 'out' : ''}`} ref={menu} style={{ top: `${at.top}px` }}>
        <ActionMenu
          label={shell.words.value.t('row.menu')}
          items={rowActions(shell, item)}
          box={menu}
          onClose={(focus) => {
            opened.value = null;
            if (focus) at.from?.focus();
          }}
        />
      </div>
    );
  },
);
