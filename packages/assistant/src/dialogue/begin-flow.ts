import { type FlowStart, flowOfPhrase } from '../flows/triggers.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { intentOf } from '../understanding/understanding.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

/** The turn cannot go on without the flows: the host loads them and turns again with the same state and input. */
export const LOAD_FLOWS: Plan = {
  decision: 'load',
  confidence: 1,
  steps: [],
  actions: [{ do: 'load', what: 'flows' }],
};

/**
 * Intents whose words alone begin a flow, with how they stand beside an answer of the merchant on the same matter; the
 * others are left to what the shop's answers and the library make of them.
 */
const BY_WORDS = [
  ['order.address', 0.05],
  ['order.cancel', -0.06],
] as const;

interface Begun {
  readonly start: FlowStart;
  readonly confidence: number;
  readonly bias: number;
}

/** The flow that a sentence begins by its words, if it was read with enough confidence. */
export function triggered({ said, knowledge }: Context): Begun | undefined {
  for (const [intent, bias] of BY_WORDS) {
    const confidence = intentOf(said, intent);
    const start = knowledge.starts.byIntent(intent);
    if (start && confidence >= ANSWER_BAND) return { start, confidence, bias };
  }
  for (const { kind, id, confidence } of said.readings) {
    const flow = kind === 'intent' ? flowOfPhrase(id) : undefined;
    const start = flow === undefined ? undefined : knowledge.starts.byId(flow);
    if (start && confidence >= ANSWER_BAND) return { start, confidence, bias: 0 };
  }
  return undefined;
}

/** The flow of the intent that the library is sure of. */
export function byLibrary({ intents }: Understanding, { knowledge }: Context): FlowStart | undefined {
  const [best] = intents?.ranked ?? [];
  return best && intents?.band === 'answer' ? knowledge.starts.byIntent(best.label) : undefined;
}

/** Begins a flow, or has the flows loaded. */
export function beginFlow(start: FlowStart, context: Context, confidence: number, order?: string): Plan {
  const flows = context.knowledge.flows();
  return flows ? flows.begin(start, context, confidence, order) : LOAD_FLOWS;
}
