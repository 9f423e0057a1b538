import { ANGRY } from '../understanding/mood.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Plan, Problem } from './plan.ts';

const ANGER_MS = 300_000;
const URGENT_MS = 120_000;
const CAP_MS = 600_000;

/** Head start in the queue by DESK.md §4: what speaks for haste adds up, to a cap, so that the calm never starve. */
export function headStart(said: Understanding): number {
  const anger = said.mood.anger >= ANGRY || said.features.concepts.has('risk') ? ANGER_MS : 0;
  const urgent = said.features.concepts.has('urgent') ? URGENT_MS : 0;
  return Math.min(CAP_MS, anger + urgent);
}

const PROBLEMS: readonly (readonly [Problem, readonly string[]])[] = [
  ['refund', ['refund', 'return']],
  ['quality', ['damaged', 'wrong', 'missing', 'authentic', 'warranty']],
  ['order', ['late', 'order', 'parcel', 'deliver', 'ship', 'carrier']],
  ['service', ['bot', 'human', 'someone', 'talk']],
];

/** What is wrong, by what the sentence is about. */
const problemOf = ({ features }: Understanding): Problem =>
  PROBLEMS.find(([, concepts]) => concepts.some((concept) => features.concepts.has(concept)))?.[0] ?? 'other';

/** Brings a person, with one sentence before. */
export function bringPerson(
  reason: 'wish' | 'anger' | 'failures' | 'risk',
  said: Understanding | undefined,
  confidence: number,
): Plan {
  const headStartMs = said ? headStart(said) : 0;
  return {
    decision: 'handoff',
    confidence,
    source: reason,
    steps: [{ step: 'handoff', reason, problem: said ? problemOf(said) : 'other' }],
    actions: [{ do: 'handoff', reason, ...(headStartMs > 0 ? { headStartMs } : {}) }],
    state: { flow: undefined, pending: undefined, last: undefined },
    used: reason === 'wish' ? ['human.request'] : [],
  };
}
