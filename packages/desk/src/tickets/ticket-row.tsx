import { useDesk } from '../desk-context.ts';
import { DueTag } from './due-tag.tsx';
import type { Ticket } from './ticket.ts';
import { titleOf } from './title-of.ts';

/** One ticket in the list: what it is, whose it is, where it stands. */
export function TicketRow({ ticket }: { readonly ticket: Ticket }) {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const { number, type, state, priority, shopper, agent, group } = ticket;
  const chosen = tickets.selected.value === number;
  const urgent = priority === 'urgent' || priority === 'high';
  return (
    <li class={chosen ? 'ticket-row chosen' : 'ticket-row'}>
      <input
        type="checkbox"
        aria-label={t('ticket.mark', { number })}
        checked={tickets.marked.value.has(number)}
        onChange={() => tickets.mark(number)}
      />
      <button
        type="button"
        data-ticket={number}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => {
          tickets.selected.value = number;
        }}
      >
        <span class="ticket-top">
          <b>{titleOf(tickets.setup.value, type)}</b>
          <span class="ticket-number">{number}</span>
        </span>
        <span class="ticket-facts">
          {urgent && <b class="anger">{t(`ticket.priority.${priority}`)}</b>}
          <span class="tag">{t(`ticket.state.${state}`)}</span>
          <DueTag ticket={ticket} />
          <span class="ticket-who" dir="auto">
            {[shopper, agent?.name ?? group].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
