import { LinkBanner } from '../parts/link-banner.tsx';
import { TicketList } from './ticket-list.tsx';
import { TicketPane } from './ticket-pane.tsx';

/** The room of the tickets: the list, and the one that is chosen. */
export const TicketScreen = () => (
  <>
    <TicketList />
    <div class="middle wide">
      <LinkBanner />
      <TicketPane />
    </div>
  </>
);
