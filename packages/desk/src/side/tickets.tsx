import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { DueTag } from '../tickets/due-tag.tsx';
import { titleOf } from '../tickets/title-of.ts';
import { SideSection } from './section.tsx';

/** Tickets of this conversation, newest first. */
export function SideTickets({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t, format } = useDesk();
  const { tickets } = desk;
  const theirs = [...tickets.all.value.values()].filter((ticket) => ticket.conversation === conversation.id);
  if (theirs.length === 0) return null;
  return (
    <SideSection name="tickets" title={t('side.tickets')} fact={format.number(theirs.length)}>
      <ul class="side-tickets">
        {theirs
          .sort((a, b) => b.openedAt - a.openedAt)
          .map((ticket) => (
            <li key={ticket.number}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  tickets.selected.value = ticket.number;
                  desk.place.value = 'tickets';
                }}
              >
                {ticket.number}
              </button>{' '}
              {titleOf(tickets.setup.value, ticket.type)} <span class="tag">{t(`ticket.state.${ticket.state}`)}</span>{' '}
              <DueTag ticket={ticket} />
            </li>
          ))}
      </ul>
    </SideSection>
  );
}
