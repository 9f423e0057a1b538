import { effect, signal } from '@preact/signals-core';
import { createRef } from 'preact';
import { Icon } from '../content/icon.tsx';
import { WARN } from '../content/icon-paths.ts';
import { Composer } from './composer.tsx';
import { trouble } from './delivery.tsx';
import { EmptyState } from './empty-state.tsx';
import { Header } from './header.tsx';
import type { Shell } from './shell.ts';
import { ShellPart, shellPart } from './shell-part.tsx';
import { drawn, Timeline } from './timeline.tsx';

/** Key of the first of the `count` newest messages of others. */
function firstUnread(shell: Shell, count: number): string | null {
  const others = shell.client
    .peek()
    .messages.peek()
    .filter((item) => !item.mine && drawn(shell, item));
  return others.at(-count)?.key ?? null;
}

/** Says that the link is not well and what becomes of messages, and offers to try at once. The announcer reads it. */
const ConnectionBanner = shellPart((shell) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  const state = trouble(shell);
  if (!state) return null;
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
export class Panel extends ShellPart {
  readonly #box = createRef<HTMLDivElement>();
  readonly #tall = signal(false);
  #stop = () => {};

  /** Before the timeline is drawn, which marks everything as read. */
  override componentWillMount() {
    const { client, unreadFrom } = this.shell;
    const unread = client.peek().unread.peek();
    unreadFrom.value = unread > 0 ? firstUnread(this.shell, unread) : null;
  }

  override componentDidMount() {
    const shell = this.shell;
    const field = shell.field.current;
    // On a phone the field would bring up the keyboard at once. What stands in the page takes no focus by itself.
    if (shell.root.activeElement === field) this.#tall.value = shell.phone.peek();
    else if (shell.panel.peek() === 'open')
      (shell.phone.peek() ? this.#box.current : field)?.focus({ preventScroll: true });
    // After the panel has been painted, with every link that opens, until the rest is there.
    this.#stop = effect(() => {
      if (shell.client.value.connection.value.state !== 'online') return;
      requestAnimationFrame(() => setTimeout(() => shell.extras.load().then(shell.registry.preload, () => {})));
    });
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    this.#stop();
    this.shell.unreadFrom.value = null;
  }

  draw() {
    const shell = this.shell;
    const { t } = shell.words.value;
    const client = shell.client.value;
    const { privacy, mode } = shell.options.value;
    const sheet = shell.phone.value && !mode;
    const extras = shell.extras.chunk.value;
    const empty = !client.messages.value.some((item) => drawn(shell, item));
    return (
      <>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way out for pointers; the keyboard has Escape. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
        {sheet && <div class="veil" onClick={shell.close} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a dialog, or a region that holds one's own keys. */}
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: modal is only the dialog. */}
        <div
          ref={this.#box}
          part="panel"
          class={`panel ${shell.panel.value} ${this.#tall.value ? 'tall' : ''}`}
          role={mode ? 'region' : 'dialog'}
          aria-modal={mode ? undefined : sheet}
          aria-labelledby="title"
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.stopPropagation();
            shell.close();
          }}
          onFocusIn={(event) => {
            if ((event.target as Element).matches('textarea,input')) this.#tall.value = true;
          }}
        >
          {extras && !mode && <extras.Floating panel={this.#box} tall={this.#tall} />}
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
}
