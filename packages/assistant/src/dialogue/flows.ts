import type { FlowStart } from '../flows/triggers.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { OpenFlow } from '../state.ts';
import type { ToolResult } from '../turn.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

/** What the dialogue asks of flows. They are loaded when the first of them begins. */
export interface Flows {
  has(id: string): boolean;
  /** Begins a flow: the guard that a shopper must be known, then the first question. `order` is one that was pointed at. */
  begin(start: FlowStart, context: Context, confidence: number, order?: string): Plan;
  /**
   * Goes on with an open flow. Undefined: the sentence is about something else, which is answered first, and the
   * pending question asked again.
   */
  run(open: OpenFlow, context: Context, interrupted: boolean): Plan | undefined;
  /** Whether it waits for something that may be several sentences: a text, an address, or pictures with words. */
  takesText(open: OpenFlow): boolean;
  /** Goes on with what a port answered. `number` is the order that was named. */
  results(open: OpenFlow, result: ToolResult, at: number, knowledge: Knowledge, number?: string): Plan | undefined;
  /** An aside in the middle of a flow: the answer, then the pending question again; a picker with the orders of now. */
  aside(open: OpenFlow, plan: Plan, at: number, knowledge: Knowledge): Plan;
  /** What an open flow knows, for the person who takes over. */
  noted(open: OpenFlow, at: number, knowledge: Knowledge): Plan['steps'];
  /** Another flow was asked for: which of the two goes on? */
  rival(open: OpenFlow, other: FlowStart, context: Context): Plan;
  /** The question whether a flow shall begin, beside an answer on the same matter. */
  offer(id: string): Plan['steps'];
  /** A second look at a plan that leaves open what was asked; the plan itself where it does not. */
  lookAgain(plan: Plan, context: Context): Plan;
}
