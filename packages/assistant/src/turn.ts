import type { Address, ContentMap, HandoffReason, Kind, OrderCard, Reply, TraceBody } from '@xiaoer/core/protocol';

/** What the shopper did, or what a tool found. */
export type TurnInput =
  | {
      readonly kind: 'message';
      /** All new messages of the shopper, oldest first, in plain text. */
      readonly text: string;
      /** The newest message's answer to a card. */
      readonly reply?: Reply | undefined;
      /** Ids of pictures among the new messages, oldest first. */
      readonly pictures?: readonly string[] | undefined;
      /** Product the shopper is looking at. */
      readonly about?: string | undefined;
      /** Language of the page, used when the text does not tell. */
      readonly locale: string;
      /** Null for a visitor. */
      readonly shopper: {
        readonly signedIn: boolean;
        readonly name?: string | undefined;
        /** Level of membership, as the shop calls it. */
        readonly level?: string | undefined;
        /** Where the shopper is, as the shop calls it. */
        readonly region?: string | undefined;
      };
      /** Milliseconds since 1970. */
      readonly at: number;
    }
  | { readonly kind: 'returned'; readonly reason: HandoffReason; readonly locale: string; readonly at: number }
  | { readonly kind: 'results'; readonly results: readonly ToolResult[]; readonly at: number };

/** A question to a port of the merchant. `key` makes a write idempotent. */
export type ToolCall =
  | { readonly tool: 'orders.list'; readonly args: Readonly<Record<string, never>> }
  | { readonly tool: 'orders.get'; readonly args: { readonly order: string } }
  | {
      readonly tool: 'orders.change-address';
      readonly args: { readonly order: string; readonly address: Address };
      readonly key: string;
    }
  | {
      readonly tool: 'task';
      /** Name of a tool of the shop, as a flow names it. */
      readonly task: string;
      readonly args: Readonly<Record<string, unknown>>;
      /** Absent when it changes nothing. */
      readonly key?: string | undefined;
    };

/** What a port answered; `error` is a code: `not-found`, `not-signed-in`, `too-late`, `failed`; `unsure` for a
 * write that gave no answer and may have been done. */
export type ToolResult =
  | { readonly tool: 'orders.list'; readonly orders: readonly OrderCard[] }
  | { readonly tool: 'orders.get'; readonly order: OrderCard }
  | { readonly tool: 'orders.change-address'; readonly order: OrderCard }
  | {
      readonly tool: 'task';
      /** Plain JSON that a flow may speak of. */
      readonly values?: Readonly<Record<string, unknown>> | undefined;
      readonly order?: OrderCard | undefined;
    }
  | { readonly tool: ToolCall['tool']; readonly error: string };

/** One line of the answer. */
export type TurnReply = { readonly [K in Kind]: { readonly kind: K; readonly body: ContentMap[K] } }[Kind];

/**
 * What the host is asked to do: call a port and turn again with its result, bring a person, or load the flows and turn
 * again with the same state and input.
 */
export type TurnAction =
  | { readonly do: 'load'; readonly what: 'flows' }
  | { readonly do: 'call'; readonly call: ToolCall }
  | {
      readonly do: 'handoff';
      readonly reason: HandoffReason;
      readonly headStartMs?: number | undefined;
    };

/** One turn's outcome. With a `call` among the actions the turn goes on with its results. */
export interface TurnResult<State> {
  readonly state: State;
  readonly replies: readonly TurnReply[];
  readonly actions: readonly TurnAction[];
  readonly trace: Omit<TraceBody, 'turn' | 'state' | 'ms'>;
}
