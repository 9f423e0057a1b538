import type { Address } from '@xiaoer/core/protocol';
import type { Language } from './text/language.ts';

/** A flow that was begun and is not done. */
export interface OpenFlow {
  readonly flow: string;
  /** When it was begun, milliseconds since 1970: to want the same again later is a wish of its own. */
  readonly begun: number;
  /** Name of the slot that is asked for, or `confirm`. */
  readonly waits: string;
  readonly order?:
    | {
        readonly id: string;
        readonly number: string;
        /** Who receives it, kept unless the shopper names another. */
        readonly name?: string | undefined;
        readonly phone?: string | undefined;
      }
    | undefined;
  readonly address?: Address | undefined;
  /** How often the pending question was answered with something unusable. */
  readonly tries: number;
}

/** Which results a turn waits for. */
export type Pending =
  | { readonly kind: 'order-status'; readonly number?: string | undefined }
  | { readonly kind: 'flow-orders'; readonly number?: string | undefined }
  | { readonly kind: 'flow-action' };

/** All that is remembered between turns: plain JSON, at most 4 kB, kept in the trace event. */
export interface DialogueState {
  readonly v: 1;
  readonly lang?: Language | undefined;
  /** Product last talked about. */
  readonly focus?: string | undefined;
  /** Products last shown, in their order. */
  readonly shown?: readonly string[] | undefined;
  /** Words of the last search, for a turn that only changes its limit. */
  readonly need?: string | undefined;
  /** Property that was told in the last turn, for a turn that only names another thing. */
  readonly asked?: string | undefined;
  /** What was answered last: the same is not said twice in a row. */
  readonly last?: string | undefined;
  /** Values of the buttons that the last turn asked with, in their order; the one for a person is not among them. */
  readonly offered?: readonly string[] | undefined;
  /** Order last talked about. */
  readonly order?: string | undefined;
  /** Turns in a row that did not help. */
  readonly failures: number;
  readonly flow?: OpenFlow | undefined;
  readonly pending?: Pending | undefined;
}

/** A conversation that has not begun. */
export const INITIAL_STATE: DialogueState = { v: 1, failures: 0 };
