import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import { NEVER_MORE } from '../dialogue/tell-attribute.ts';
import { pick } from '../knowledge/localized.ts';
import { leastSaid } from '../reply/said-before.ts';
import { LINES } from './lines.ts';

/** Whether a step has the button for a person. */
const leadsToPerson = (step: Plan['steps'][number]): boolean =>
  ('person' in step && step.person === true) ||
  ['unknown', 'clarify', 'topic-unknown', 'sorry', 'bot', 'handoff'].includes(step.step) ||
  (step.step === 'attribute' && step.facts.length === 0 && !NEVER_MORE.has(step.asked)) ||
  (step.step === 'search' && step.result.hits.length === 0);

/** A plan with the way to a person, where nothing in it leads there. */
export function withPerson(plan: Plan, { state, said }: Context): Plan {
  if (plan.steps.length === 0 || plan.steps.some(leadsToPerson)) return plan;
  const ways = [LINES.other, LINES.orPerson];
  const least = leastSaid(
    ways.map((way) => pick(way, said.lang)),
    state.said,
  );
  const text = ways.find((way) => pick(way, said.lang) === least) ?? LINES.other;
  return { ...plan, steps: [...plan.steps, { step: 'flow', text, values: {}, person: true }] };
}
