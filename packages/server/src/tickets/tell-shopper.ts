import type { ChatEvent, Money } from '@xiaoer/core/protocol';
import { words } from '../locales/words.ts';
import type { Ticket } from './ticket.ts';
import type { TicketChange } from './ticket-event.ts';

/** Money as the language writes it. */
export function moneyText({ amount, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/**
 * What the shopper reads of an event, in plain sentences; undefined where it is nothing for shoppers: notes, groups, who
 * has it, approvals. `before` is the ticket as it was.
 */
export function toldOf(
  event: ChatEvent,
  before: Ticket | undefined,
  ticket: Ticket,
  about: { readonly type: string; readonly due: string },
): string | undefined {
  const { number, locale } = ticket;
  const { kind, body } = event as unknown as TicketChange;
  switch (kind) {
    case 'opened':
      return words(locale, 'ticket.opened', { number, ...about });
    case 'assigned':
      return before?.state === 'new' && ticket.state === 'open' ? words(locale, 'ticket.open', { number }) : undefined;
    case 'told':
      return words(locale, 'ticket.told', { number, text: body.text });
    case 'late':
      return words(locale, 'ticket.late', { number });
    case 'moved': {
      const { to, text = '', amount, answer } = body;
      const values = { number, text, amount: amount ? moneyText(amount, locale) : '' };
      switch (to) {
        case 'open':
          if (answer !== undefined) return words(locale, 'ticket.answered', values);
          return words(locale, before?.endedAt === undefined ? 'ticket.open' : 'ticket.reopened', values);
        case 'waiting-shopper':
          return words(locale, 'ticket.asks', values);
        case 'waiting-third':
          return words(locale, 'ticket.third', values);
        case 'done':
          return words(locale, amount ? 'ticket.doneAmount' : 'ticket.done', values).trim();
        case 'refused':
        case 'cancelled':
          return words(locale, `ticket.${to}`, values).trim();
        default:
          return undefined;
      }
    }
    default:
      return undefined;
  }
}
