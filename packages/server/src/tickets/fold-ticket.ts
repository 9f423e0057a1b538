import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Pause, Ticket, TicketState } from './ticket.ts';
import type { TicketChange } from './ticket-event.ts';

const STOPPED: readonly TicketState[] = ['waiting-shopper', 'waiting-third'];
const ENDED: readonly TicketState[] = ['done', 'refused', 'cancelled'];

/** Whether the clock of a state stands. */
export const isStopped = (state: TicketState): boolean => STOPPED.includes(state);

/** Whether a ticket in this state is over. */
export const hasEnded = (state: TicketState): boolean => ENDED.includes(state);

const AFTER: Readonly<Record<TicketState, readonly TicketState[]>> = {
  new: ['open', 'waiting-shopper', 'waiting-third', 'waiting-approval', 'done', 'refused', 'cancelled'],
  open: ['waiting-shopper', 'waiting-third', 'waiting-approval', 'done', 'refused', 'cancelled'],
  'waiting-shopper': ['open', 'waiting-third', 'done', 'refused', 'cancelled'],
  'waiting-third': ['open', 'waiting-shopper', 'done', 'refused', 'cancelled'],
  'waiting-approval': ['open', 'done', 'refused', 'cancelled'],
  done: ['open'],
  refused: ['open'],
  cancelled: [],
};

/** Milliseconds within which a ticket that is over may be opened again. */
export const REOPEN_MS = 7 * 86_400_000;

/** The states that a ticket may go to now. */
export function movesOf({ state, endedAt, archived }: Ticket, now: number): readonly TicketState[] {
  if (archived || (endedAt !== undefined && now - endedAt > REOPEN_MS)) return [];
  return AFTER[state];
}

function pausesAfter({ pauses, state }: Ticket, to: TicketState, at: number): readonly Pause[] {
  if (isStopped(state) === isStopped(to)) return pauses;
  if (isStopped(to)) return [...pauses, { from: at }];
  return pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));
}

/** The ticket after one more event; undefined before the first. What is not known changes nothing. */
export function foldTicket(ticket: Ticket | undefined, event: ChatEvent, subject: string): Ticket | undefined {
  const { kind, body } = event as unknown as TicketChange;
  const { seq, at, from } = event;
  if (!ticket) {
    // One whose key was deleted has no body any more.
    if (kind !== 'opened' || typeof body.number !== 'string') return undefined;
    const { rule: _, ...opening } = body;
    const state = opening.agent ? 'open' : 'new';
    const life = { seq, subject, state, openedAt: at, openedBy: from, openedId: event.id, touchedAt: at } as const;
    return { ...opening, ...life, pauses: [], lateTold: false, archived: false };
  }
  const next = { ...ticket, seq, touchedAt: at };
  switch (kind) {
    case 'moved': {
      const { to, text, amount } = body;
      const ended = hasEnded(to);
      const pauses = pausesAfter(ticket, to, at);
      const outcome = ended ? { text: text ?? '', ...(amount ? { amount } : {}) } : undefined;
      return { ...next, state: to, pauses, endedAt: ended ? at : undefined, outcome };
    }
    case 'assigned': {
      const { group, agent } = body;
      return {
        ...next,
        ...(group === undefined ? {} : { group: group ?? undefined }),
        ...(agent === undefined ? {} : { agent: agent ?? undefined }),
        state: agent && ticket.state === 'new' ? 'open' : ticket.state,
      };
    }
    case 'edited': {
      const { fields, priority, amount } = body;
      return {
        ...next,
        fields: { ...ticket.fields, ...fields },
        priority: priority ?? ticket.priority,
        amount: amount ?? ticket.amount,
      };
    }
    case 'late':
      return { ...next, lateTold: true };
    case 'closed':
      return { ...next, archived: true };
    default:
      return next;
  }
}
