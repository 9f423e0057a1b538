import type { OrderStatus } from '@xiaoer/core/protocol';
import type { Localized } from '../knowledge/knowledge-source.ts';

/** Words of a slot that is asked for. */
interface Asked {
  /** What it is, as it is listed for the person who takes over. */
  readonly label: Localized;
  /** The question. `{slot}` and `{slot.field}` stand for what is known by then. */
  readonly ask: Localized;
  /** Said when the answer cannot be used; the question again when absent. */
  readonly retry?: Localized | undefined;
}

/** One of several answers. */
export interface Option {
  readonly value: string;
  /** On the button, and how it is named later. */
  readonly label: Localized;
  /** Words that mean it, beside the label, separated by `|`. */
  readonly words?: Localized | undefined;
}

/** Something a flow must know. `type` names the reader that validates the answer. */
export type Slot =
  | (Asked & {
      readonly type: 'order';
      /** Guard: only orders in one of these states can be picked. */
      readonly status?: readonly OrderStatus[] | undefined;
      /** Said when no order passes the guard; ends the flow. */
      readonly none: Localized;
      /** Said when the order that was named does not pass. `{number}` and `{status}` are those of that order. */
      readonly refused: Localized;
    })
  | (Asked & { readonly type: 'choice'; readonly options: readonly Option[] })
  | (Asked & {
      readonly type: 'text';
      /** Characters; 1 and 200 when absent. */
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      /** A regular expression that the whole text must fit. */
      readonly pattern?: string | undefined;
    })
  | (Asked & {
      readonly type: 'number';
      /** `cm` and `kg` read other units as well. */
      readonly unit?: 'cm' | 'kg' | undefined;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    })
  | (Asked & {
      readonly type: 'date';
      /** Only days from today to so many days from now. */
      readonly withinDays?: number | undefined;
    })
  | (Asked & {
      readonly type: 'pictures';
      /** How many are needed; 1 when absent. 0: they may be left out by saying so. */
      readonly min?: number | undefined;
    })
  | (Asked & { readonly type: 'address' | 'phone' | 'email' | 'contact' | 'product' | 'code' | 'order-number' });

/** Kinds of slots. */
export type SlotType = Slot['type'];

/** A number, or the path of one: `policy.returnDays`. */
export type Amount = number | string;

/** Something that is so or not when the flow comes by. Paths name slots: `order.status`, `policy.returnDays`. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The shopper is signed in. */
  | { readonly signedIn: boolean }
  /** The shop's systems carry out this tool. */
  | { readonly can: string }
  /** A value is there. */
  | { readonly known: string }
  | { readonly value: string; readonly is: string | number | boolean | readonly (string | number)[] }
  | { readonly value: string; readonly atLeast?: Amount | undefined; readonly atMost?: Amount | undefined }
  /** No more time has passed since. */
  | { readonly since: string; readonly days?: Amount | undefined; readonly months?: Amount | undefined };

/** A step that may be named. */
export interface Named {
  /** Where another step may go on. */
  readonly id?: string | undefined;
}

interface Goes extends Named {
  /** Id of the step that follows; the next one when absent, `end` to be done. */
  readonly next?: string | undefined;
}

/** One step. Steps run in their order unless one says where to go on. */
export type FlowStep =
  | (Goes & {
      /** Names of the slots to ask for; those that are filled already are passed over. */
      readonly ask: string | readonly string[];
    })
  | (Goes & { readonly say: Localized; readonly person?: boolean | undefined })
  | (Named & {
      readonly if: Condition;
      /** Where it goes on when the condition holds, and when it does not; the next step where absent. */
      readonly yes?: string | undefined;
      readonly no?: string | undefined;
    })
  | (Named & {
      /** Shows what will be done and waits for an explicit yes. */
      readonly confirm: Localized;
      readonly yes?: string | undefined;
      /** Where a no goes on; it ends the flow when absent. */
      readonly no?: string | undefined;
    })
  | (Goes & {
      /** Name of a tool of the shop. */
      readonly call: string;
      /** Arguments: names with the path of the value each is given. */
      readonly with?: Readonly<Record<string, string>> | undefined;
      /** True when it changes nothing; every other tool needs a yes before it. */
      readonly reads?: boolean | undefined;
      /** Name under which what it answers is known afterwards. */
      readonly into?: string | undefined;
      /** Shows the order that it answers. */
      readonly show?: boolean | undefined;
      /** Where to go on after an error, by its code; `failed` for any other. */
      readonly errors?: Readonly<Record<string, string>> | undefined;
    })
  | (Named & {
      /** Said, then a person is asked for and given what was filled in. */
      readonly person: Localized;
    })
  | (Goes & {
      /** Slots that are asked for again when they are needed next. */
      readonly forget: string | readonly string[];
    });

/** What begins a flow. */
export type Trigger =
  | string
  | {
      /** A service intent. */
      readonly intent: string;
      /** Slots that are known by it. */
      readonly sets?: Readonly<Record<string, string>> | undefined;
    };

/** A task in several turns, as data: a small state machine in plain JSON (docs/flows.md). */
export interface Flow {
  /** Version of the format. */
  readonly flow: 1;
  readonly id: string;
  /** What it does, as it is named in «finish … first?». */
  readonly title: Localized;
  readonly triggers?: readonly Trigger[] | undefined;
  /** Sentences that begin it, beside the intents, separated by `|`. */
  readonly phrases?: Localized | undefined;
  /** The button of an order card that begins it. */
  readonly button?: string | undefined;
  readonly needs?: 'signed-in' | undefined;
  /** Said to a visitor where one must be signed in. */
  readonly signIn?: Localized | undefined;
  readonly slots?: Readonly<Record<string, Slot>> | undefined;
  readonly steps: readonly FlowStep[];
  /** Said when it is called off. */
  readonly cancelled?: Localized | undefined;
  /** Said when a question was answered with nothing usable for the last time. */
  readonly gaveUp?: Localized | undefined;
  /** Unusable answers to one question before it gives up; 3 when absent. */
  readonly tries?: number | undefined;
}
