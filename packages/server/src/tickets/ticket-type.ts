import type { Localized } from '@xiaoer/assistant';

/** A field of a type's form. Money is in the shop's currency. */
export interface FieldType {
  readonly id: string;
  readonly label: Localized;
  readonly type: 'text' | 'number' | 'money' | 'date' | 'choice' | 'pictures';
  readonly required?: boolean | undefined;
  readonly options?: readonly { readonly value: string; readonly label: Localized }[] | undefined;
  /** A regular expression that the whole text must fit, and what to say when it does not. */
  readonly pattern?: string | undefined;
  readonly hint?: Localized | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What a flow's tool makes of it: the tool's name, arguments that it must have, and fields that are set. */
export interface FromFlow {
  readonly task: string;
  readonly when?: Readonly<Record<string, string>> | undefined;
}

/** A kind of ticket. */
export interface TicketType {
  readonly id: string;
  readonly title: Localized;
  readonly group?: string | undefined;
  /** Open hours until it is due. */
  readonly dueHours: number;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined;
  readonly fields: readonly FieldType[];
  readonly from?: readonly FromFlow[] | undefined;
}

/** The first rule that fits says where a ticket goes. */
export interface DispatchRule {
  readonly when: {
    readonly type?: string | readonly string[] | undefined;
    /** In minor units of the shop's currency. */
    readonly amount?: { readonly gte?: number | undefined; readonly lte?: number | undefined } | undefined;
    readonly emotion?: 'calm' | 'upset' | 'angry' | undefined;
    readonly product?: string | readonly string[] | undefined;
    readonly shop?: string | readonly string[] | undefined;
  };
  readonly to: {
    readonly group?: string | undefined;
    readonly priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined;
    readonly dueHours?: number | undefined;
  };
}

/** Types and rules of a shop. */
export interface TicketSetup {
  readonly types: readonly TicketType[];
  readonly rules: readonly DispatchRule[];
}
