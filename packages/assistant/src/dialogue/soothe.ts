import { isUpset } from '../understanding/mood.ts';
import type { Context } from './context.ts';
import { problemOf } from './handoff.ts';
import type { Plan } from './plan.ts';

/** Decisions that name the problem themselves. */
const NAMES_IT: ReadonlySet<string> = new Set(['handoff', 'sorry', 'load', 'robot-only']);

/**
 * One sentence that names the problem, before anything else is said to somebody who is upset. Once for each problem: a
 * second apology is none.
 */
export function withSoothing(plan: Plan, { said, state }: Context): Plan {
  if (NAMES_IT.has(plan.decision) || !isUpset(said)) return plan;
  const problem = problemOf(said);
  if (state.soothed === problem || (problem === 'other' && said.mood.anger === 0)) return plan;
  return {
    ...plan,
    steps: [{ step: 'soothe', problem }, ...plan.steps],
    state: { ...plan.state, soothed: problem },
  };
}
