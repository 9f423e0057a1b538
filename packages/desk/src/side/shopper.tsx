import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { isSignedIn, languageName } from '../parts/names.ts';
import { duration } from '../state/clock.ts';
import { SideSection } from './section.tsx';

/** Who the shopper is, as far as the merchant vouches for it. */
export function Shopper({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t, format } = useDesk();
  const row = desk.row.value;
  const shopper = row?.shopper ?? conversation.messages.value.find(({ from }) => from.role === 'shopper')?.from;
  if (!shopper) return null;
  const locale = conversation.page.value?.locale ?? row?.locale;
  return (
    <SideSection name="shopper" title={t('side.shopper')}>
      <dl class="facts">
        <dt>{t('side.identity')}</dt>
        <dd>{t(isSignedIn(shopper) ? 'shopper.signedIn' : 'shopper.anonymous')}</dd>
        {locale && (
          <>
            <dt>{t('side.language')}</dt>
            <dd>{languageName(locale, desk.locale.value)}</dd>
          </>
        )}
        {row?.requestedAt !== undefined && (
          <>
            <dt>{t('side.since')}</dt>
            <dd>{format.time(row.requestedAt)}</dd>
          </>
        )}
        {row?.firstReplyMs !== undefined && (
          <>
            <dt>{t('side.firstReply')}</dt>
            <dd>{duration(row.firstReplyMs)}</dd>
          </>
        )}
        {row?.handlingMs !== undefined && (
          <>
            <dt>{t('side.handling')}</dt>
            <dd>{duration(row.handlingMs)}</dd>
          </>
        )}
      </dl>
      {desk.role.value === 'admin' && (
        <button
          type="button"
          class="link data-open"
          onClick={() => {
            desk.dataOpen.value = true;
          }}
        >
          {t('data.open')}
        </button>
      )}
    </SideSection>
  );
}
