import { AlertButtons } from '../alerts/alert-buttons.tsx';
import { useDesk } from '../desk-context.ts';
import { LANGUAGES } from '../locales/translate.ts';
import { useValue } from '../state/use-value.ts';
import { initials } from './avatar.tsx';
import { AwayButton } from './away-button.tsx';
import { Icon, Mark } from './icon.tsx';

/** The narrow edge: where one is, the language, the keys, and who one is. */
export function Rail() {
  const { desk, t } = useDesk();
  const me = desk.client.principal.value;
  const waiting = useValue(() => desk.sections.value.find(({ name }) => name === 'waiting')?.rows.length ?? 0, [desk]);
  const late = [...desk.tickets.all.value.values()].filter(({ due }) => due.is === 'late').length;
  return (
    <header class="rail">
      <Mark />
      <button
        type="button"
        class={desk.place.value === 'talks' ? 'rail-here' : 'rail-there'}
        aria-current={desk.place.value === 'talks' ? 'page' : undefined}
        aria-label={`${t('inbox.title')}, ${t('inbox.waiting')} ${waiting}`}
        onClick={() => {
          desk.place.value = 'talks';
        }}
      >
        <Icon name="inbox" />
        {waiting > 0 && (
          <span class="badge" aria-hidden="true">
            {waiting > 99 ? '99+' : waiting}
          </span>
        )}
      </button>
      <button
        type="button"
        class={desk.place.value === 'tickets' ? 'rail-here' : 'rail-there'}
        aria-current={desk.place.value === 'tickets' ? 'page' : undefined}
        aria-keyshortcuts="G T"
        aria-label={late > 0 ? `${t('ticket.title')}, ${t('ticket.view.late')} ${late}` : t('ticket.title')}
        onClick={() => {
          desk.place.value = 'tickets';
        }}
      >
        <Icon name="ticket" />
        {late > 0 && (
          <span class="badge" aria-hidden="true">
            {late > 99 ? '99+' : late}
          </span>
        )}
      </button>
      {desk.numbers.may.value && (
        <button
          type="button"
          class={desk.place.value === 'numbers' ? 'rail-here' : 'rail-there'}
          aria-current={desk.place.value === 'numbers' ? 'page' : undefined}
          aria-keyshortcuts="G N"
          aria-label={t('numbers.title')}
          onClick={() => {
            desk.place.value = 'numbers';
          }}
        >
          <Icon name="chart" />
        </button>
      )}
      {desk.merchant.may.value && (
        <button
          type="button"
          class={desk.place.value === 'shop' ? 'rail-here' : 'rail-there'}
          aria-current={desk.place.value === 'shop' ? 'page' : undefined}
          aria-keyshortcuts="G S"
          aria-label={t('merchant.title')}
          onClick={() => {
            desk.place.value = 'shop';
          }}
        >
          <Icon name="shop" />
        </button>
      )}
      {desk.quality.may.value && (
        <button
          type="button"
          class={desk.place.value === 'quality' ? 'rail-here' : 'rail-there'}
          aria-current={desk.place.value === 'quality' ? 'page' : undefined}
          aria-keyshortcuts="G Q"
          aria-label={t('quality.title')}
          onClick={() => {
            desk.place.value = 'quality';
          }}
        >
          <Icon name="review" />
        </button>
      )}
      <span class="spring" />
      <fieldset class="languages">
        <legend class="sr">{t('desk.language')}</legend>
        {LANGUAGES.map(({ locale, name }) => (
          <button
            key={locale}
            type="button"
            lang={locale}
            title={name}
            aria-pressed={desk.locale.value === locale}
            onClick={() => {
              desk.locale.value = locale;
            }}
          >
            <span aria-hidden="true">{locale === 'en' ? 'EN' : '中'}</span>
            <span class="sr">{name}</span>
          </button>
        ))}
      </fieldset>
      <AwayButton />
      <AlertButtons />
      <button
        type="button"
        class="rail-button"
        aria-label={t('desk.keys')}
        aria-keyshortcuts="?"
        onClick={() => {
          desk.helpOpen.value = true;
        }}
      >
        <Icon name="keyboard" />
      </button>
      {me && (
        <button
          type="button"
          class="avatar me"
          title={`${t('desk.you', { name: me.name ?? me.id })}. ${t('account.open')}`}
          onClick={() => {
            desk.accountOpen.value = true;
          }}
        >
          <span aria-hidden="true">{initials(me.name ?? me.id)}</span>
          <span class="sr">
            {t('desk.you', { name: me.name ?? me.id })}. {t('account.open')}
          </span>
        </button>
      )}
    </header>
  );
}
