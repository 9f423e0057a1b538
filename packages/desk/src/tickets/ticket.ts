import { isObject, type Money } from '@xiaoer/core/protocol';

/** States of a ticket, in the order of a life. */
export const STATES = [
  'new',
  'open',
  'waiting-shopper',
  'waiting-third',
  'waiting-approval',
  'done',
  'refused',
  'cancelled',
] as const;

/** A state of a ticket. */
export type TicketState = (typeof STATES)[number];

/** Priorities, most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

/** A fact out of the conversation; `seq` is the line that says it. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly seq?: number | undefined;
}

/** A ticket as the server tells it. Times in milliseconds since 1970. */
export interface Ticket {
  readonly number: string;
  readonly type: string;
  readonly state: TicketState;
  /** States that it may go to now. */
  readonly moves: readonly TicketState[];
  readonly priority: (typeof PRIORITIES)[number];
  readonly group?: string | undefined;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  readonly due: { readonly at: number; readonly is: 'met' | 'missed' | 'late' | 'soon' | 'stopped' | 'running' };
  readonly shopper?: string | undefined;
  readonly conversation?: string | undefined;
  readonly order?: { readonly id: string; readonly number: string } | undefined;
  readonly product?: string | undefined;
  readonly amount?: Money | undefined;
  readonly emotion?: string | undefined;
  readonly fields: Readonly<Record<string, string | number | readonly string[]>>;
  readonly facts: readonly Fact[];
  readonly outcome?: { readonly text: string; readonly amount?: Money | undefined } | undefined;
  readonly openedAt: number;
  readonly touchedAt: number;
  readonly endedAt?: number | undefined;
  readonly archived: boolean;
}

/** One thing that happened to a ticket. */
export interface TicketEvent {
  readonly seq: number;
  readonly at: number;
  readonly from: { readonly role: string; readonly id: string; readonly name?: string | undefined };
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A field of a form. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'money' | 'date' | 'choice' | 'pictures';
  readonly required?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** Types, groups and people, in the desk's language. */
export interface TicketSetup {
  readonly types: readonly { readonly id: string; readonly title: string; readonly fields: readonly Field[] }[];
  readonly groups: readonly string[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly currency: string;
}

/** Whether a value is a ticket, as far as the desk relies on it. */
export const isTicket = (value: unknown): value is Ticket =>
  isObject(value) &&
  typeof value['number'] === 'string' &&
  typeof value['type'] === 'string' &&
  STATES.includes(value['state'] as TicketState) &&
  Array.isArray(value['moves']) &&
  Array.isArray(value['facts']) &&
  isObject(value['fields']) &&
  isObject(value['due']);

/** Whether it is over. */
export const hasEnded = ({ state }: Ticket): boolean =>
  state === 'done' || state === 'refused' || state === 'cancelled';
