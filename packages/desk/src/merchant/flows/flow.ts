import { isObject } from '@xiaoer/core/protocol';
import type { Localized } from '../teaching/knowledge-answer.ts';

/** A condition, as the outline tells it: by the paths that it looks at. */
export type FlowCondition = Readonly<Record<string, unknown>>;

/** One step of a flow, as the server tells it; which keys there are says what it does. */
export interface FlowStep {
  readonly id?: string;
  readonly ask?: string | readonly string[];
  readonly say?: Localized;
  readonly if?: FlowCondition;
  readonly confirm?: Localized;
  readonly call?: string;
  readonly reads?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  readonly person?: Localized | boolean;
  readonly forget?: string | readonly string[];
  readonly next?: string;
  readonly yes?: string;
  readonly no?: string;
}

/** A flow, as far as the page shows it. */
export interface Flow {
  readonly id: string;
  readonly title: Localized;
  readonly triggers?: readonly (string | { readonly intent: string })[];
  readonly phrases?: Localized;
  readonly button?: string;
  readonly needs?: string;
  readonly slots?: Readonly<
    Record<string, { readonly type: string; readonly label: Localized; readonly ask: Localized }>
  >;
  readonly steps: readonly FlowStep[];
}

/** A flow of the list. */
export interface FlowRow {
  readonly id: string;
  /** Where it is written: it comes along, stands in the shop's files, or was saved at the desk. */
  readonly from: 'shipped' | 'files' | 'desk';
  /** What holds where the desk's own is taken away. */
  readonly below: 'shipped' | 'files' | null;
  readonly off: boolean;
  readonly flow: Flow;
  readonly text: string;
}

/** Something that is wrong with a text, and where; counted from 1. */
export interface FlowProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Every flow of the shop. */
export interface Flows {
  /** Number of the newest setting that was looked at. */
  readonly base: number;
  /** Tools that the shop's systems carry out. */
  readonly tools: readonly string[];
  readonly flows: readonly FlowRow[];
}

/** Whether an answer of the server is the flows. */
export const isFlows = (value: unknown): value is Flows =>
  isObject(value) && Array.isArray(value['flows']) && Array.isArray(value['tools']);
