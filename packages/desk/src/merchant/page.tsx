import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { DeskKey } from '../locales/strings.ts';
import { LinkBanner } from '../parts/link-banner.tsx';

/** The frame of a page: its title, what it is for, what can be done, and below it what it shows. */
export function Page(props: {
  readonly title: DeskKey;
  readonly about?: DeskKey;
  readonly busy?: boolean;
  readonly actions?: ComponentChildren;
  /** Parts of it scroll by themselves: a list beside what is chosen. */
  readonly parted?: boolean;
  readonly children: ComponentChildren;
}) {
  const { title, about, busy = false, actions, parted, children } = props;
  const { t } = useDesk();
  const main = useRef<HTMLElement>(null);
  // Who came by a key is nowhere: reading goes on at the page.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, []);
  return (
    <main
      ref={main}
      class={parted ? 'shop-page parted' : 'shop-page'}
      id="conversation"
      aria-labelledby="shop-page-title"
      aria-busy={busy}
      tabIndex={-1}
    >
      <LinkBanner />
      <header class="shop-head">
        <div>
          <h1 id="shop-page-title">{t(title)}</h1>
          {about && <p>{t(about)}</p>}
        </div>
        {actions && <div class="shop-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
