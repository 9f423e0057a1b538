import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useShell } from '../shell.ts';
import { Icon } from './icon.tsx';

interface Item {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  readonly act?: (() => void) | undefined;
}

/** What else can be done: another language, back to the bot, the privacy page. */
export function Menu() {
  const shell = useShell();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { t, lang } = shell.words.value;
  const client = shell.client.value;
  const { mode } = client.handoff.value;
  const other = lang === 'en' ? 'zh-CN' : 'en';
  const { privacy } = shell.options.value;

  const items: Item[] = [{ text: t('menu.language'), lang: other, act: () => void shell.setLocale(other) }];
  if (mode === 'queued' || mode === 'agent')
    items.unshift({ text: t('menu.bot'), act: () => void client.cancelHuman().catch(reportError) });
  if (privacy) items.push({ text: t('privacy.link'), href: privacy });

  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.indexOf(event.target as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) entries[(at + step + entries.length) % entries.length]?.focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    // Escape closes the menu and not the panel.
    event.stopPropagation();
  };

  return (
    <div class="menu-box" ref={box}>
      <button
        ref={button}
        type="button"
        class="tool"
        aria-label={t('panel.more')}
        title={t('panel.more')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div
          class="menu"
          role="menu"
          id={id}
          aria-label={t('panel.more')}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onFocusOut={(event) => {
            if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
          }}
        >
          {items.map(({ text, lang: language, href, act }) =>
            href ? (
              <a role="menuitem" tabIndex={-1} href={href} target="_blank" rel="noopener">
                {text}
              </a>
            ) : (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                lang={language}
                onClick={() => {
                  close();
                  act?.();
                }}
              >
                {text}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  );
}
