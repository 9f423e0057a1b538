import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { useValue } from '../state/use-value.ts';

/** Whether the desk is on line, and how many conversations this agent holds. */
export function LinkState() {
  const { desk, t } = useDesk();
  const { state } = desk.client.connection.value;
  const mine = useValue(() => desk.sections.value.find(({ name }) => name === 'mine')?.rows.length ?? 0, [desk]);
  if (state === 'online') {
    return (
      <p class="link-state">
        <span class="dot" aria-hidden="true" />
        {t('link.online', { n: mine })}
      </p>
    );
  }
  const waits = state === 'connecting' || state === 'idle';
  return (
    <p class="link-state away">
      <Icon name={waits ? 'clock' : 'offline'} />
      {t(waits ? 'link.connecting' : 'link.offlineShort')}
    </p>
  );
}
