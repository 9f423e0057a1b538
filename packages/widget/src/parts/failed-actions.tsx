import { shellPart } from './shell-part.tsx';

/** What can be done with a message that was not sent. */
export const FailedActions = shellPart((shell, { id }: { readonly id: string }) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  return (
    <>
      <button type="button" class="link" onClick={() => void client.resend(id).catch(reportError)}>
        {t('status.retry')}
      </button>
      <button type="button" class="link" onClick={() => void client.discard(id).catch(reportError)}>
        {t('status.delete')}
      </button>
    </>
  );
});
