import type { TimelineItem } from '@xiaoer/core';
import type { StringKey } from '../locales/strings.ts';
import { shellPart } from './shell-part.tsx';

/** Why a message was refused, where that says more than that it was. */
const REASONS: Readonly<Partial<Record<string, StringKey>>> = {
  'too-large': 'refused.large',
  'file-type': 'attach.type',
  quota: 'attach.full',
  missing: 'refused.missing',
  'secret-revoked': 'refused.moved',
  'serving-changed': 'refused.serving',
  busy: 'refused.busy',
  rate: 'refused.busy',
  internal: 'refused.busy',
};

/** Why a message was not sent, and what can be done with it. */
export const FailedActions = shellPart((shell, { item: { id, error = '' } }: { readonly item: TimelineItem }) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  const reason = Object.hasOwn(REASONS, error) ? REASONS[error] : undefined;
  return (
    <>
      {reason && <span class="why">{t(reason)}</span>}
      <button type="button" class="link" onClick={() => void client.resend(id).catch(reportError)}>
        {t('status.retry')}
      </button>
      <button type="button" class="link" onClick={() => void client.discard(id).catch(reportError)}>
        {t('status.delete')}
      </button>
    </>
  );
});
