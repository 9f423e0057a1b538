import { type ServiceMode, serviceMode } from '../knowledge/service-rules.ts';
import { type Context, focusOf } from './context.ts';
import { bringPerson } from './handoff.ts';
import type { Plan } from './plan.ts';

/** Decisions that leave what is asked to a person in any case. */
const URGENT: ReadonlySet<string> = new Set(['anger', 'risk']);

/** Which intent a message is of, as far as somebody answers by intent: the library's, else the likeliest matter. */
function intentIn({ said }: Context): string | undefined {
  const library = said.intents && said.intents.band !== 'hand-over' ? said.intents.ranked[0]?.label : undefined;
  return library ?? said.readings.find(({ kind }) => kind === 'intent')?.id;
}

/** Who answers this message by the merchant's rules. */
export function modeOf(context: Context): ServiceMode | undefined {
  const { service, timeZone = 'UTC' } = context.knowledge.source.shop;
  if (!service?.rules) return undefined;
  return serviceMode(service, {
    at: context.message.at,
    timeZone,
    intent: intentIn(context),
    category: focusOf(context)?.category ?? [],
  });
}

/** What is done with a plan by the merchant's rules: as it is, by a person, or by a person with it as a draft. */
export function servedBy(plan: Plan, context: Context): Plan {
  const mode = modeOf(context);
  const handed = plan.actions?.some((action) => action.do === 'handoff') ?? false;
  // Flows are loaded first: the rule is applied to what comes of it.
  if (!mode || plan.decision === 'load') return plan;
  if (handed)
    return mode === 'robot' && !URGENT.has(plan.source ?? '')
      ? { decision: 'robot-only', confidence: 1, steps: [{ step: 'robot-only' }], state: { failures: 0 } }
      : plan;
  // Nobody came a while ago: then the assistant answers, whatever the rule says.
  if (mode === 'robot' || context.state.bounced) return plan;
  return { ...bringPerson('guard', context, plan.confidence), ...(mode === 'assisted' ? { draft: plan } : {}) };
}
