import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import { isSignedIn, languageName, nameOf } from '../parts/names.ts';
import { isClosed, isMine } from '../state/serving.ts';

/** Who it is, and what can be done: take, or hand back and close. */
export function Head({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const row = desk.row.value;
  const shopper = row?.shopper ?? conversation.messages.value.find(({ from }) => from.role === 'shopper')?.from;
  const name = shopper ? nameOf(shopper, t) : '';
  const page = conversation.page.value?.title;
  const mine = isMine(desk.client, conversation);
  const closed = isClosed(desk.client, conversation);
  const busy = desk.actions.busy.value.has(conversation.id);
  const facts = [
    shopper && t(isSignedIn(shopper) ? 'shopper.signedIn' : 'shopper.anonymous'),
    row?.locale && languageName(row.locale, desk.locale.value),
  ];
  const zh = desk.locale.value === 'zh-CN';
  return (
    <header class="talk-head">
      {shopper && <Avatar id={shopper.id} name={shopper.name ?? t('shopper.anonymous')} />}
      <div class="talk-who">
        <h2 dir="auto">{name}</h2>
        <p>
          {facts.filter(Boolean).join(zh ? '，' : ', ')}
          {page && `${zh ? '，' : '. '}${t('shopper.onPage', { page })}`}
        </p>
      </div>
      <div class="talk-actions">
        {!closed && !mine && (
          <button
            type="button"
            class="button main"
            aria-disabled={busy}
            aria-keyshortcuts="T"
            onClick={() => void desk.actions.take(conversation)}
          >
            <Icon name="check" />
            {t('act.take')} <KeyCap command="take" />
          </button>
        )}
        {mine && (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={busy}
              aria-keyshortcuts="A"
              onClick={() => {
                desk.passing.value = true;
              }}
            >
              {t('act.pass')} <KeyCap command="pass" />
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={busy}
              aria-keyshortcuts="B"
              onClick={() => void desk.actions.handBack(conversation)}
            >
              {t('act.handBack')} <KeyCap command="handBack" />
            </button>
            <button
              type="button"
              class="button main"
              aria-disabled={busy}
              aria-keyshortcuts="E"
              onClick={() => {
                desk.closing.value = true;
              }}
            >
              <Icon name="check" />
              {t('act.close')} <KeyCap command="close" />
            </button>
          </>
        )}
        <button
          type="button"
          class="button"
          aria-keyshortcuts="C"
          onClick={() => {
            desk.tickets.dialog.value = 'open';
          }}
        >
          {t('act.ticket')} <KeyCap command="ticket" />
        </button>
        <button
          type="button"
          class="icon-button details-button"
          aria-label={t('talk.details')}
          aria-expanded={desk.sideOpen.value}
          aria-keyshortcuts="O"
          onClick={() => {
            desk.sideOpen.value = !desk.sideOpen.value;
          }}
        >
          <Icon name="panel" />
        </button>
      </div>
    </header>
  );
}
