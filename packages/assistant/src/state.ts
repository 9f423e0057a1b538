import type { Brief, Tried } from './brief.ts';
import type { Problem } from './dialogue/plan.ts';
import type { Hunt } from './selling/hunt.ts';
import type { Tag } from './selling/taste.ts';
import type { Language } from './text/language.ts';

/** What a slot was filled with. */
export interface SlotValue {
  /** The value itself, in the slot's own type. */
  readonly v: unknown;
  readonly from: 'said' | 'picked' | 'page' | 'shop' | 'begun';
  /** 0 … 1 */
  readonly sure: number;
}

/** A flow that was begun and is not done. */
export interface OpenFlow {
  readonly flow: string;
  /** A sign of what the merchant's own flow was like when it was begun; absent for a shipped one. */
  readonly made?: string | undefined;
  /** When it was begun, milliseconds since 1970: to want the same again later is a wish of its own. */
  readonly begun: number;
  /** When the shopper last said something in it. What was asked long ago is not answered by a yes of today. */
  readonly seen: number;
  /** Index of the step at which it stands. */
  readonly at: number;
  /** Name of the slot that is asked for, `confirm` or `call`. */
  readonly waits: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** Names of the slots the shopper was asked for, in their order: the way back. */
  readonly way: readonly string[];
  readonly guest?: true | undefined;
  /** How often the pending question was answered with something unusable. */
  readonly tries: number;
  /** The flow that was begun meanwhile, until the shopper says which of the two goes on. */
  readonly rival?: { readonly flow: string; readonly sets: Readonly<Record<string, string>> } | undefined;
  /** The flow under it, which waits until this one is done. */
  readonly under?: OpenFlow | undefined;
  /** It was under another, and is asked whether it goes on. */
  readonly rests?: true | undefined;
}

/** Which results a turn waits for. */
export type Pending =
  | { readonly kind: 'order-status'; readonly number?: string | undefined }
  | { readonly kind: 'flow-orders'; readonly number?: string | undefined }
  | { readonly kind: 'flow-call' };

/** All that is remembered between turns: plain JSON, at most 4 kB, kept in the trace event. */
export interface DialogueState {
  readonly v: 1;
  readonly lang?: Language | undefined;
  /** Product last talked about. */
  readonly focus?: string | undefined;
  /** Products last shown, in their order. */
  readonly shown?: readonly string[] | undefined;
  /** What is being looked for, for a turn that only changes a limit of it. */
  readonly hunt?: Hunt | undefined;
  /** What is remembered of the shopper. */
  readonly tags?: readonly Tag[] | undefined;
  /** Product beside which something was offered without being asked for: once is enough. */
  readonly offeredWith?: string | undefined;
  /** Property that was told in the last turn, for a turn that only names another thing. */
  readonly asked?: string | undefined;
  /** What was answered last: the same is not said twice in a row. */
  readonly last?: string | undefined;
  /** Values of the buttons that the last turn asked with, in their order; the one for a person is not among them. */
  readonly offered?: readonly string[] | undefined;
  /** Order last talked about. */
  readonly order?: string | undefined;
  /** Keys of the lines of the last turns, the newest turn first: nothing is said in the same words again. */
  readonly said?: readonly (readonly string[])[] | undefined;
  /** How the shopper felt in the last turn. */
  readonly mood?: { readonly valence: number; readonly anger: number } | undefined;
  /** What was named and regretted: for one problem one apology. */
  readonly soothed?: Problem | undefined;
  /** A person was asked for and did not come. */
  readonly bounced?: true | undefined;
  /** The last turns, for the person who takes over. */
  readonly tried?: readonly Tried[] | undefined;
  /** What that person should know; of the turn that brought one. */
  readonly brief?: Brief | undefined;
  /** Turns in a row that did not help. */
  readonly failures: number;
  readonly flow?: OpenFlow | undefined;
  readonly pending?: Pending | undefined;
  /** What a provider of language was asked in this conversation, for the budget of it. */
  readonly spent?: { readonly calls: number; readonly tokens: number } | undefined;
}

/** A conversation that has not begun. */
export const INITIAL_STATE: DialogueState = { v: 1, failures: 0 };
