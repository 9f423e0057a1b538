import type { Money, Participant } from '@xiaoer/core/protocol';

/**
 * Where a ticket stands. `waiting-shopper` and `waiting-third` (a carrier, a workshop) stop its clock; `waiting-approval`
 * does not, for that is the shop's own time.
 */
export type TicketState =
  | 'new'
  | 'open'
  | 'waiting-shopper'
  | 'waiting-third'
  | 'waiting-approval'
  | 'done'
  | 'refused'
  | 'cancelled';

/** All states, in the order of a life. */
export const STATES: readonly TicketState[] = [
  'new',
  'open',
  'waiting-shopper',
  'waiting-third',
  'waiting-approval',
  'done',
  'refused',
  'cancelled',
];

/** How soon it matters. */
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** All priorities, least first. */
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** A fact out of the conversation, with the number of the line that says it. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly seq?: number | undefined;
}

/** Values of a type's own fields, by their ids. */
export type FieldValues = Readonly<Record<string, string | number | readonly string[]>>;

/** An order as a ticket knows it. */
export interface TicketOrder {
  readonly id: string;
  readonly number: string;
}

/** What is known when a ticket is opened. */
export interface Opening {
  readonly number: string;
  readonly type: string;
  readonly shop: string;
  readonly priority: Priority;
  readonly group?: string | undefined;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  /** Open hours until it is due. */
  readonly dueHours: number;
  readonly conversation?: string | undefined;
  /** The shopper's name, where it is known. */
  readonly shopper?: string | undefined;
  readonly locale: string;
  readonly order?: TicketOrder | undefined;
  readonly product?: string | undefined;
  readonly amount?: Money | undefined;
  readonly emotion?: 'calm' | 'upset' | 'angry' | undefined;
  readonly fields: FieldValues;
  readonly facts: readonly Fact[];
  /** Place of the rule that dispatched it, from 1. */
  readonly rule?: number | undefined;
}

/** A stretch in which the clock stood. */
export interface Pause {
  readonly from: number;
  readonly to?: number | undefined;
}

/** How it ended. */
export interface TicketOutcome {
  readonly text: string;
  readonly amount?: Money | undefined;
}

/** A ticket: a fold over its log. Times in milliseconds since 1970. */
export interface Ticket extends Omit<Opening, 'rule'> {
  /** Number of the newest event. */
  readonly seq: number;
  readonly subject: string;
  readonly state: TicketState;
  readonly openedAt: number;
  readonly openedBy: Participant;
  /** Id of the opening, by which a repeat is told. */
  readonly openedId: string;
  readonly touchedAt: number;
  readonly endedAt?: number | undefined;
  readonly outcome?: TicketOutcome | undefined;
  readonly pauses: readonly Pause[];
  /** The shopper was told that it takes longer. */
  readonly lateTold: boolean;
  /** Nothing can happen to it any more. */
  readonly archived: boolean;
}
