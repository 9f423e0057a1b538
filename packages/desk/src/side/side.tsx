import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import { Icon } from '../parts/icon.tsx';
import { LookingAt } from './looking-at.tsx';
import { Mood } from './mood.tsx';
import { Orders } from './orders.tsx';
import { Shopper } from './shopper.tsx';
import { SideTickets } from './tickets.tsx';
import { Tried } from './tried.tsx';

/** What an agent needs beside the conversation. Below 1200 px it is a drawer. */
export function Side() {
  const { desk, t } = useDesk();
  const conversation = desk.opened.current.value;
  if (!conversation) return null;
  const close = () => {
    desk.sideOpen.value = false;
    document.querySelector<HTMLElement>('.details-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event) && desk.sideOpen.peek()) close();
  };
  return (
    <aside
      onKeyDown={onKeyDown}
      class={desk.sideOpen.value ? 'side open' : 'side'}
      aria-labelledby="side-title"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also where nothing in it can be pressed.
      tabIndex={0}
    >
      <div class="side-top">
        <h2 id="side-title">{t('side.title')}</h2>
        <button type="button" class="icon-button side-close" aria-label={t('side.close')} onClick={close}>
          <Icon name="cross" />
        </button>
      </div>
      <Shopper conversation={conversation} />
      <Mood key={`mood:${conversation.id}`} conversation={conversation} />
      <LookingAt key={`looking:${conversation.id}`} conversation={conversation} />
      <Orders key={`orders:${conversation.id}`} conversation={conversation} />
      <SideTickets key={`tickets:${conversation.id}`} conversation={conversation} />
      <Tried key={`tried:${conversation.id}`} conversation={conversation} />
    </aside>
  );
}
