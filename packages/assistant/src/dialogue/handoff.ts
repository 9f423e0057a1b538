import { ANGRY, isUpset } from '../understanding/mood.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { type Context, focusOf } from './context.ts';
import type { Plan, Problem } from './plan.ts';

/** Milliseconds of head start for what speaks for haste, by DESK.md §4. */
const HEAD_START = { anger: 300_000, bounced: 240_000, vip: 180_000, urgent: 120_000, value: 60_000, cap: 600_000 };

/** Two turns in a row that were this angry together are anger. */
const LASTING = 0.6;

/** Whether somebody is angry: at once, or for two turns and no less than before. */
export function isAngry({ said, state }: Pick<Context, 'said' | 'state'>): boolean {
  const { anger, valence } = said.mood;
  if (anger >= ANGRY) return true;
  const before = state.mood;
  return (
    before !== undefined &&
    anger > 0 &&
    before.anger > 0 &&
    before.anger + anger >= LASTING &&
    valence <= before.valence
  );
}

/** Head start in the queue: what speaks for haste adds up, to a cap, so that the calm never starve. Waiting counts by itself. */
export function headStart(context: Context): number {
  const { said, state, message, knowledge } = context;
  const { vip = [], highValue } = knowledge.source.shop.service ?? {};
  const price = focusOf(context)?.price;
  const dear = highValue && price?.currency === highValue.currency && price.amount >= highValue.amount;
  const level = message.shopper.level;
  const sum =
    (isAngry(context) || said.features.concepts.has('risk') ? HEAD_START.anger : 0) +
    (state.bounced ? HEAD_START.bounced : 0) +
    (level !== undefined && vip.includes(level) ? HEAD_START.vip : 0) +
    (said.features.concepts.has('urgent') ? HEAD_START.urgent : 0) +
    (dear ? HEAD_START.value : 0);
  return Math.min(HEAD_START.cap, sum);
}

const PROBLEMS: readonly (readonly [Problem, readonly string[]])[] = [
  ['refund', ['refund', 'return']],
  ['quality', ['damaged', 'wrong', 'missing', 'authentic', 'warranty']],
  ['order', ['late', 'order', 'parcel', 'deliver', 'ship', 'carrier']],
  ['stock', ['stock']],
  ['service', ['bot', 'human', 'someone', 'talk']],
];

/** What is wrong, by what the sentence is about. */
export const problemOf = ({ features }: Understanding): Problem =>
  PROBLEMS.find(([, concepts]) => concepts.some((concept) => features.concepts.has(concept)))?.[0] ?? 'other';

/** Brings a person, with one sentence before. */
export function bringPerson(
  reason: 'wish' | 'anger' | 'failures' | 'risk' | 'guard',
  context: Context | undefined,
  confidence: number,
): Plan {
  const headStartMs = context ? headStart(context) : 0;
  const said = context?.said;
  const now = said ? problemOf(said) : 'other';
  // What was wrong a turn ago is what is wrong now.
  const problem = now === 'other' ? (context?.state.soothed ?? now) : now;
  return {
    decision: 'handoff',
    confidence,
    source: reason,
    steps: [{ step: 'handoff', reason, problem, upset: isUpset(said) }],
    actions: [{ do: 'handoff', reason, ...(headStartMs > 0 ? { headStartMs } : {}) }],
    state: { flow: undefined, pending: undefined, last: undefined },
    used: reason === 'wish' ? ['human.request'] : [],
  };
}
