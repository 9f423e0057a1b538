import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { duration } from '../state/clock.ts';
import { useValue } from '../state/use-value.ts';

/** A wait is late from here on, in milliseconds. */
export const LATE_MS = 60_000;

/** How long somebody has been waiting. Late ones say so by icon and word too, never by colour alone. */
export function WaitClock({ since }: { readonly since: number }) {
  const { desk, t } = useDesk();
  const late = useValue(() => desk.now.value - since >= LATE_MS, [desk, since]);
  // The texts are signals: a second more changes two texts, and draws nothing anew.
  const [waited, said] = useMemo(() => {
    const time = computed(() => duration(desk.now.value - since));
    return [time, computed(() => t('row.waits', { time: time.value }))] as const;
  }, [desk, since, t]);
  return (
    <span class={late ? 'wait late' : 'wait'}>
      <Icon name={late ? 'alert' : 'clock'} />
      <span class="sr">{said}</span>
      <span aria-hidden="true">{waited}</span>
      {late && <b>{t('row.late')}</b>}
    </span>
  );
}
