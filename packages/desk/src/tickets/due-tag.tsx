import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import type { Ticket } from './ticket.ts';

const DAY_MS = 86_400_000;

/** How a ticket stands to its promise, by colour, icon and word. */
export function DueTag({ ticket: { due } }: { readonly ticket: Ticket }) {
  const { desk, t, format } = useDesk();
  const bad = due.is === 'late' || due.is === 'missed';
  const near = Math.abs(due.at - desk.now.value) < DAY_MS / 2;
  const time = near ? format.time(due.at) : `${format.date(due.at)} ${format.time(due.at)}`;
  return (
    <span class={bad ? 'wait late' : 'wait'}>
      <Icon name={bad ? 'alert' : due.is === 'stopped' ? 'pause' : due.is === 'met' ? 'check' : 'clock'} />
      {t(`ticket.due.${due.is}`, { time })}
    </span>
  );
}
