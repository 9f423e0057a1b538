import type { OrderStatus } from '@xiaoer/core/protocol';

/** A question of a flow. `kind` names the reader that validates the answer. */
export type FlowSlot =
  | {
      readonly name: 'order';
      readonly kind: 'order';
      /** Guard: only orders in one of these states can be picked. */
      readonly where: { readonly status: readonly OrderStatus[] };
      readonly prompt: FlowLine;
      /** Said when no order passes the guard; ends the flow. */
      readonly none: FlowLine;
      /** Said when the order that was named does not pass. */
      readonly refused: FlowLine;
    }
  | {
      readonly name: 'address';
      readonly kind: 'address';
      readonly prompt: FlowLine;
      /** Said when the answer is no address. */
      readonly retry: FlowLine;
    };

/** Names of lines of flows: keys of the templates, so that a flow has no words of its own. */
export type FlowLine =
  | 'address.order'
  | 'address.none'
  | 'address.refused'
  | 'address.ask'
  | 'address.retry'
  | 'address.confirm'
  | 'address.done'
  | 'address.too-late'
  | 'address.not-found'
  | 'address.failed'
  | 'address.cancelled'
  | 'address.gave-up';

/** A task in several turns, as data: trigger, questions, confirmation, action, exits. */
export interface Flow {
  readonly id: string;
  /** Intent that begins it. */
  readonly trigger: string;
  readonly needs: 'signed-in';
  readonly slots: readonly FlowSlot[];
  /** Shows what will change and asks for an explicit yes. */
  readonly confirm: FlowLine;
  readonly action: {
    readonly tool: 'orders.change-address';
  };
  readonly done: FlowLine;
  /** By the tool's error code; `failed` for any other. */
  readonly errors: Readonly<Record<string, FlowLine>> & { readonly failed: FlowLine };
  readonly exits: { readonly cancelled: FlowLine; readonly gaveUp: FlowLine; readonly maxTries: number };
}
