import { fieldsOn, policiesFor } from '../knowledge/policies.ts';
import { circumstancesOf } from '../understanding/circumstances.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

/** What the shop promises on a matter; undefined when it has filled in none of its fields. */
export function tellPolicy(
  { message, state, knowledge }: Context,
  topic: string,
  confidence: number,
): Plan | undefined {
  const policies = policiesFor(knowledge.source.shop, circumstancesOf(message, state, knowledge));
  const fields = fieldsOn(topic, policies);
  return fields.length === 0
    ? undefined
    : {
        decision: 'answer',
        confidence,
        source: topic,
        steps: [{ step: 'policy', topic, fields, policies }],
        used: [topic],
      };
}

/** What the shop promises on a matter, or that it has told nothing on it. */
export const policyOrUnknown = (context: Context, topic: string, confidence: number): Plan =>
  tellPolicy(context, topic, confidence) ?? {
    decision: 'topic-unknown',
    confidence,
    source: topic,
    steps: [{ step: 'topic-unknown', topic }],
    failed: true,
    used: [topic],
  };
