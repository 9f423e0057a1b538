import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Shell, useShell } from '../state/shell.ts';
import { Composer } from './composer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { EmptyState } from './empty-state.tsx';
import { Header } from './header.tsx';
import { Timeline } from './timeline.tsx';
import { useExtras } from './use-extras.ts';

/** Key of the first of the `count` newest messages of others. */
function firstUnread(shell: Shell, count: number): string | null {
  const items = shell.client.peek().messages.peek();
  let left = count;
  for (let at = items.length - 1; at >= 0 && left > 0; at--) {
    const item = items[at];
    if (!item || item.mine || shell.registry.find(item.content).frame === 'none') continue;
    left -= 1;
    if (left === 0) return item.key;
  }
  return null;
}

/** The dialog: beside the page on a desktop, a sheet above it on a phone. Focus goes in when it opens. */
export function Panel() {
  const shell = useShell();
  const { t } = shell.words.value;
  const phone = shell.phone.value;
  const box = useRef<HTMLDivElement>(null);
  const tall = useSignal(false);
  const empty = shell.client.value.messages.value.every((item) => shell.registry.find(item.content).frame === 'none');
  const { privacy } = shell.options.value;
  const extras = useExtras(phone);

  useLayoutEffect(() => {
    const unread = shell.client.peek().unread.peek();
    if (unread > 0) shell.unreadFrom.value = firstUnread(shell, unread);
    // On a phone the field would bring up the keyboard at once.
    (shell.phone.peek() ? box.current : shell.field.current)?.focus({ preventScroll: true });
    return () => {
      shell.unreadFrom.value = null;
    };
  }, [shell]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      shell.close();
    }
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way out for pointers; the keyboard has Escape. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      {phone && <div class="veil" onClick={shell.close} />}
      <div
        ref={box}
        part="panel"
        class={`panel${shell.panel.value === 'closing' ? ' closing' : ''}${tall.value ? ' tall' : ''}`}
        role="dialog"
        aria-modal={phone}
        aria-labelledby="title"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          if ((event.target as Element).matches('textarea,input')) tall.value = true;
        }}
      >
        {extras && <extras.Sheet panel={box} tall={tall} />}
        <Header />
        <ConnectionBanner />
        {empty ? <EmptyState /> : <Timeline />}
        <Composer />
        {empty && (
          <p class="privacy">
            {t('privacy.note')}{' '}
            {privacy && (
              <a href={privacy} target="_blank" rel="noopener">
                {t('privacy.link')}
              </a>
            )}
          </p>
        )}
      </div>
    </>
  );
}
