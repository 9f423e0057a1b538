import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { WARN } from '../content/icon-paths.ts';
import { part } from '../content/part.tsx';
import { Composer } from './composer.tsx';
import { EmptyState } from './empty-state.tsx';
import { Header } from './header.tsx';
import { type Shell, useShell } from './shell.ts';
import { drawn, Timeline } from './timeline.tsx';
import { useSignal } from './use-signal.ts';

/** Key of the first of the `count` newest messages of others. */
function firstUnread(shell: Shell, count: number): string | null {
  const others = shell.client
    .peek()
    .messages.peek()
    .filter((item) => !item.mine && drawn(shell, item));
  return others.at(-count)?.key ?? null;
}

/** Says that the link is not well and what becomes of messages, and offers to try at once. The announcer reads it. */
const ConnectionBanner = part(function ConnectionBanner() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const { state } = client.connection.value;
  if (state !== 'offline' && state !== 'degraded' && state !== 'stopped') return null;
  return (
    <div class="banner">
      <Icon path={WARN} />
      <span>{t(`connection.${state}`)}</span>
      {state === 'offline' && (
        <button type="button" class="link" onClick={() => client.connect()}>
          {t('connection.retry')}
        </button>
      )}
    </div>
  );
});

/** The dialog: beside the page on a desktop, a sheet above it on a phone. Focus goes in when it opens. */
export const Panel = part(function Panel() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const phone = shell.phone.value;
  const box = useRef<HTMLDivElement>(null);
  const tall = useSignal(false);
  const { privacy } = shell.options.value;
  const extras = shell.extras.chunk.value;
  const empty = !client.messages.value.some((item) => drawn(shell, item));
  const online = client.connection.value.state === 'online';

  useLayoutEffect(() => {
    const unread = shell.client.peek().unread.peek();
    if (unread > 0) shell.unreadFrom.value = firstUnread(shell, unread);
    // On a phone the field would bring up the keyboard at once.
    (shell.phone.peek() ? box.current : shell.field.current)?.focus({ preventScroll: true });
    return () => {
      shell.unreadFrom.value = null;
    };
  }, [shell]);

  // After the panel has been painted, with every link that opens, until the rest is there.
  useEffect(() => {
    if (online) shell.extras.load().catch(() => {});
  }, [shell, online]);

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
        class={`panel ${shell.panel.value} ${tall.value ? 'tall' : ''}`}
        role="dialog"
        aria-modal={phone}
        aria-labelledby="title"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          if ((event.target as Element).matches('textarea,input')) tall.value = true;
        }}
      >
        {extras && phone && <extras.Sheet panel={box} tall={tall} />}
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
});
