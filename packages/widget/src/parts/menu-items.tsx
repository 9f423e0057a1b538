import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES } from '../locales/languages.ts';
import { otherLanguage } from './other-language.ts';
import { shellPart } from './shell-part.tsx';

interface Item {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  readonly act?: (() => void) | undefined;
}

/** What else can be done: another language, back to the bot, the privacy page. */
export const MenuItems = shellPart(
  (
    shell,
    props: {
      /** Where focus may be without closing the menu. */
      readonly box: RefObject<HTMLElement | null>;
      readonly onClose: (focus: boolean) => void;
    },
  ) => {
    const menu = useRef<HTMLDivElement>(null);
    const { t, lang } = shell.words.value;
    const client = shell.client.value;
    const { mode } = client.handoff.value;
    const other = otherLanguage(shell.root, lang);
    const { privacy } = shell.options.value;

    const items: Item[] = [{ text: LANGUAGES[other], lang: other, act: () => shell.setLocale(other) }];
    if (mode === 'queued' || mode === 'agent')
      items.unshift({ text: t('menu.bot'), act: () => void client.cancelHuman().catch(reportError) });
    if (privacy) items.push({ text: t('privacy.link'), href: privacy });

    const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    useEffect(() => entries()[0]?.focus(), []);

    const onKeyDown = (event: KeyboardEvent) => {
      const list = entries();
      const at = list.indexOf(event.target as HTMLElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && at >= 0) list[(at + step + list.length) % list.length]?.focus();
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
        aria-label={t('panel.more')}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocusOut={(event) => {
          if (!props.box.current?.contains(event.relatedTarget as Node | null)) props.onClose(false);
        }}
      >
        {items.map(({ text, lang: language, href, act }) =>
          href ? (
            <a key={text} role="menuitem" tabIndex={-1} href={href} target="_blank" rel="noopener">
              {text}
            </a>
          ) : (
            <button
              key={text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              lang={language}
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
  },
);
