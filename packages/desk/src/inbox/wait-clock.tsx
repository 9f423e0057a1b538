import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { duration } from '../state/clock.ts';

/** A wait is late from here on, in milliseconds. */
export const LATE_MS = 60_000;

/** How long somebody has been waiting. Late ones say so by icon and word too, never by colour alone. */
export function WaitClock({ since }: { readonly since: number }) {
  const { desk, t } = useDesk();
  const waited = desk.now.value - since;
  const late = waited >= LATE_MS;
  return (
    <span class={late ? 'wait late' : 'wait'}>
      <Icon name={late ? 'alert' : 'clock'} />
      <span class="sr">{t('row.waits', { time: duration(waited) })}</span>
      <span aria-hidden="true">{duration(waited)}</span>
      {late && <b>{t('row.late')}</b>}
    </span>
  );
}
