import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { part } from '../content/part.tsx';

/** One line of a menu: a link, something to do, or with `checked` something that is on or off. */
export interface Action {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly act?: (() => void) | undefined;
}

/** A menu: arrow keys go round, Escape closes, and so does whatever takes the focus elsewhere. */
export const ActionMenu = part(function ActionMenu(props: {
  readonly label: string;
  readonly items: readonly Action[];
  /** Where focus may be without closing the menu. */
  readonly box: RefObject<HTMLElement | null>;
  /** `focus`: it goes back to where it came from. */
  readonly onClose: (focus: boolean) => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => entries()[0]?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const list = entries();
    const at = list.indexOf(event.target as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) list[(at + step + list.length) % list.length]?.focus();
    else if (event.key === 'Home') list[0]?.focus();
    else if (event.key === 'End') list.at(-1)?.focus();
    else if (event.key === 'Escape') props.onClose(true);
    else return;
    event.preventDefault();
    // Escape closes the menu and not the panel.
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      aria-label={props.label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (!props.box.current?.contains(event.relatedTarget as Node | null)) props.onClose(false);
      }}
    >
      {props.items.map(({ text, lang, href, checked, act }) =>
        href ? (
          <a key={text} role="menuitem" tabIndex={-1} href={href} target="_blank" rel="noopener">
            {text}
          </a>
        ) : (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has the role of a checkbox whenever it is checked or not.
          <button
            key={text}
            type="button"
            role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            aria-checked={checked}
            tabIndex={-1}
            lang={lang}
            onClick={() => {
              props.onClose(true);
              act?.();
            }}
          >
            {text}
          </button>
        ),
      )}
    </div>
  );
});
