import { localize } from '../shops/field-source.ts';
import { dueOf } from './due.ts';
import { movesOf } from './fold-ticket.ts';
import type { OpenHours } from './open-hours.ts';
import type { Ticket } from './ticket.ts';
import type { TicketSetup, TicketType } from './ticket-type.ts';

/** A form as the desk draws it, in one language. */
export const viewType = (
  { id, title, group, dueHours, fields }: TicketType,
  locale: string,
  locales: readonly string[],
) => ({
  id,
  title: localize(title, locale, locales),
  group,
  dueHours,
  fields: fields.map(({ label, hint, options, pattern: _, ...field }) => ({
    ...field,
    label: localize(label, locale, locales),
    hint: hint && localize(hint, locale, locales),
    options: options?.map((option) => ({ value: option.value, label: localize(option.label, locale, locales) })),
  })),
});

/** A ticket as the desk draws it: with what may be done and how it stands to its promise. */
export function viewTicket(
  ticket: Ticket,
  about: { readonly setup: TicketSetup; readonly hours: OpenHours; readonly now: number },
) {
  const { subject: _, pauses: __, openedId: ___, ...shown } = ticket;
  return { ...shown, due: dueOf(ticket, about.hours, about.now), moves: movesOf(ticket, about.now) };
}

/** What {@link viewTicket} makes. */
export type TicketView = ReturnType<typeof viewTicket>;
