import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { LinkBanner } from '../parts/link-banner.tsx';
import { TicketList } from './ticket-list.tsx';
import { TicketPane } from './ticket-pane.tsx';

/** The room of the tickets: the list, and the one that is chosen. */
export function TicketScreen() {
  const { desk } = useDesk();
  useEffect(() => void desk.tickets.refresh(), [desk]);
  return (
    <>
      <TicketList />
      <div class="middle wide">
        <LinkBanner />
        <TicketPane />
      </div>
    </>
  );
}
