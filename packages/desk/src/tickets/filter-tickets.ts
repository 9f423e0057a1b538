import { hasEnded, PRIORITIES, type Ticket } from './ticket.ts';

/** What part of the tickets is shown. */
export type TicketView = 'open' | 'mine' | 'late' | 'ended';

/** Views in their order. */
export const TICKET_VIEWS: readonly TicketView[] = ['open', 'mine', 'late', 'ended'];

/** What the list shows. Empty texts ask for nothing. */
export interface TicketFilter {
  readonly view: TicketView;
  readonly text: string;
  readonly type: string;
  readonly group: string;
}

function inView(ticket: Ticket, view: TicketView, me: string | undefined): boolean {
  switch (view) {
    case 'open':
      return !hasEnded(ticket);
    case 'mine':
      return !hasEnded(ticket) && ticket.agent?.id === me;
    case 'late':
      return ticket.due.is === 'late' || ticket.due.is === 'soon';
    case 'ended':
      return hasEnded(ticket);
  }
}

const wordsOf = ({ number, shopper, order, agent, fields, facts }: Ticket): string =>
  [number, shopper, order?.number, agent?.name, ...Object.values(fields).flat(), ...facts.map(({ text }) => text)]
    .join('\n')
    .toLowerCase();

/** A clock that stands goes behind all that run. */
const dueRank = ({ due }: Ticket): number => (due.is === 'stopped' ? Number.POSITIVE_INFINITY : due.at);

function compare(a: Ticket, b: Ticket): number {
  if (hasEnded(a) && hasEnded(b)) return (b.endedAt ?? 0) - (a.endedAt ?? 0);
  const [dueA, dueB] = [dueRank(a), dueRank(b)];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || a.number.localeCompare(b.number);
}

/** The tickets of a filter: what is due first comes first, what is over the newest first. */
export function filterTickets(
  all: readonly Ticket[],
  { view, text, type, group }: TicketFilter,
  me: string | undefined,
): readonly Ticket[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all
    .filter(
      (ticket) =>
        inView(ticket, view, me) &&
        (type === '' || ticket.type === type) &&
        (group === '' || ticket.group === group) &&
        words.every((word) => wordsOf(ticket).includes(word)),
    )
    .sort(compare);
}
