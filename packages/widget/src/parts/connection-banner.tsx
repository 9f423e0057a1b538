import { useShell } from '../state/shell.ts';
import { Icon } from './icon.tsx';

/** Shows that the link is not well, what becomes of messages, and offers to try at once. The announcer reads it. */
export function ConnectionBanner() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const { state } = client.connection.value;
  if (state !== 'offline' && state !== 'degraded' && state !== 'stopped') return null;
  return (
    <div class="banner">
      <Icon name="warn" />
      <span>{t(`connection.${state}`)}</span>
      {state === 'offline' && (
        <button type="button" class="link" onClick={() => client.connect()}>
          {t('connection.retry')}
        </button>
      )}
    </div>
  );
}
