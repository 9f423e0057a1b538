import { useDesk } from '../desk-context.ts';
import { Icon } from './icon.tsx';

/** Says over the conversation that the line is away, and that nothing is lost by it. */
export function LinkBanner() {
  const { desk, t } = useDesk();
  const { state } = desk.client.connection.value;
  const away = state === 'offline' || state === 'degraded' || state === 'stopped';
  return (
    <div role="status" class="link-banner-place">
      {away && (
        <p class="link-banner">
          <Icon name="offline" />
          {t('link.offline')}
          <button type="button" class="link" onClick={() => desk.client.connect()}>
            {t('link.retry')}
          </button>
        </p>
      )}
    </div>
  );
}
