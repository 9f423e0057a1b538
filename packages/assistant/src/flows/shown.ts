import type { Money, OrderStatus } from '@xiaoer/core/protocol';
import type { Localized } from '../knowledge/knowledge-source.ts';

/** A value as it goes into a line of a flow; how it is written is the composer's business. */
export type Shown =
  | string
  | number
  | Money
  | { readonly at: number }
  | { readonly status: OrderStatus }
  | { readonly words: Localized };

/** A line of a flow, with the values of its placeholders. */
export interface FlowText {
  readonly text: Localized;
  readonly values: Readonly<Record<string, Shown>>;
}

/** A button under a line of a flow. */
export interface FlowChip {
  readonly label: Localized;
  readonly value: string;
}
