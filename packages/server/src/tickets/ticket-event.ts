import type { Money } from '@xiaoer/core/protocol';
import type { FieldValues, Opening, Priority, TicketState } from './ticket.ts';

/** What can happen to a ticket, by kind of event. */
export interface TicketEvents {
  opened: Opening;
  moved: {
    readonly to: TicketState;
    /** What the shopper is asked for, or reads as the outcome. */
    readonly text?: string | undefined;
    readonly amount?: Money | undefined;
    /** Number of the shopper's line that moved it by itself. */
    readonly answer?: number | undefined;
  };
  /** Null takes it from whoever has it. */
  assigned: {
    readonly group?: string | null | undefined;
    readonly agent?: { readonly id: string; readonly name: string } | null | undefined;
  };
  edited: {
    readonly fields?: FieldValues | undefined;
    readonly priority?: Priority | undefined;
    readonly amount?: Money | undefined;
  };
  /** For colleagues. */
  commented: { readonly text: string };
  /** For the shopper. */
  told: { readonly text: string };
  /** It is due, and the shopper was told. */
  late: Readonly<Record<string, never>>;
  /** It has been over for so long that it is not opened again. */
  closed: { readonly reason: 'archived' };
}

/** A kind of event. */
export type TicketKind = keyof TicketEvents;

/** Something that is to happen to a ticket. */
export type TicketChange = {
  readonly [K in TicketKind]: { readonly kind: K; readonly body: TicketEvents[K] };
}[TicketKind];
