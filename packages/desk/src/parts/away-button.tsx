import { useDesk } from '../desk-context.ts';
import { Icon } from './icon.tsx';

/** Whether one takes something new. What one holds stays. */
export function AwayButton() {
  const { desk, t } = useDesk();
  const away = desk.client.away.value;
  const name = t(away ? 'away.on' : 'away.off');
  return (
    <button
      type="button"
      class="rail-button"
      aria-pressed={away}
      aria-label={t('away.name')}
      title={name}
      onClick={() => desk.client.setAway(!away)}
    >
      <Icon name="pause" />
      {away && <span class="rail-dot" />}
    </button>
  );
}
