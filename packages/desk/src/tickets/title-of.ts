import type { TicketSetup } from './ticket.ts';

/** A type's title, or its id while the types are not known. */
export const titleOf = (setup: TicketSetup | undefined, type: string): string =>
  setup?.types.find(({ id }) => id === type)?.title ?? type;
