import type { Wish } from '../selling/selling-talk.ts';
import { circumstancesOf, mayGive } from '../understanding/circumstances.ts';
import { beginFlow, flowFor, LOAD_FLOWS } from './begin-flow.ts';
import type { Context } from './context.ts';
import { giveAnswer } from './give-answer.ts';
import { bringPerson } from './handoff.ts';
import { askOrders } from './orders.ts';
import type { Plan, Problem } from './plan.ts';
import { planWish } from './propose-refine.ts';
import { policyOrUnknown, tellPolicy } from './tell-policy.ts';

/** Intents that an order of the shopper answers. */
const ON_ORDERS = new Set([
  'order.status',
  'order.urge',
  'order.confirm',
  'delivery.track',
  'delivery.late',
  'delivery.lost',
]);

/** Whether somebody with orders speaks of giving something back, and was told the rules of that. */
function isOnReturns({ source = '' }: Plan, { said, message, knowledge }: Context): boolean {
  if (!message.shopper.signedIn || !said.features.concepts.has('return')) return false;
  const told = new Set(source.split(' '));
  return ['return.policy', 'return.request'].some((topic) =>
    (knowledge.phrasings.byTopic.get(topic) ?? []).some(({ id }) => told.has(id)),
  );
}

/** An answer with the question whether the task it is about shall begin, when the shopper can go through it. */
export function withOffer(plan: Plan, context: Context): Plan {
  const { intents } = context.said;
  const [best] = intents?.ranked ?? [];
  if (plan.decision !== 'answer' || plan.failed) return plan;
  const sure = best && intents?.band === 'answer' ? flowFor(best.label, context) : undefined;
  const start = sure ?? (isOnReturns(plan, context) ? flowFor('return.request', context) : undefined);
  if (!start || context.state.flow) return plan;
  const flows = context.knowledge.flows();
  return flows ? { ...plan, steps: [...plan.steps, ...flows.offer(start.id)] } : LOAD_FLOWS;
}

/** What has gone wrong, for intents that say so. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  'delivery.damaged': 'quality',
  'item.missing': 'quality',
  'item.wrong': 'quality',
  'quality.complaint': 'quality',
  'warranty.repair': 'quality',
  'service.complaint': 'service',
  abuse: 'other',
};

/** Intents that are wishes as to the goods before the shopper. */
const WISHES: Readonly<Record<string, Wish>> = { 'product.similar': 'similar', 'promo.bargain': 'cheaper' };

/** Where the merchant says nothing on the one, what he says on the other is about it too. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'return.request': ['return.policy'],
  'exchange.request': ['return.policy'],
  'refund.amount': ['refund.status'],
  'promo.bargain': ['promo.ask', 'promo.coupon'],
  'delivery.track': ['shipping.time'],
  'delivery.late': ['shipping.time'],
};

/** Matters that only the shop can speak of: unknown to it, they are said to be unknown. */
const MATTER =
  /^(?:shipping|payment|invoice|promo|price|return|exchange|refund|warranty|gift|member|account|privacy|install|review)\./;

/** The merchant's answers on an intent, the nearest first. */
function answersFor(intent: string, { message, state, knowledge }: Context): readonly string[] {
  const now = circumstancesOf(message, state, knowledge);
  return [intent, ...(BESIDE[intent] ?? [])].flatMap((topic) =>
    [...(knowledge.phrasings.byTopic.get(topic) ?? [])]
      .sort((a, b) => b.strength - a.strength)
      .flatMap(({ id }) => (mayGive(id, now, knowledge) ? [id] : [])),
  );
}

/** Answers to offer as chips: one for each of the intents that the library thinks of. */
export function answersByLibrary(context: Context): readonly string[] {
  const { intents } = context.said;
  if (!intents || intents.band === 'hand-over') return [];
  return intents.ranked.flatMap(({ label }) => answersFor(label, context).slice(0, 1));
}

/**
 * What to do where the merchant's own data do not decide, by the library of service intents alone: only when it is sure.
 * Undefined when it is not, or when the intent is about goods, which the catalogue answers or nobody.
 */
export function planByLibrary(context: Context): Plan | undefined {
  const { intents } = context.said;
  const [best] = intents?.ranked ?? [];
  if (!intents || !best || intents.band !== 'answer') return undefined;
  const { label: intent } = best;
  const confidence = intents.right;
  const say = (decision: string, step: Plan['steps'][number]): Plan => ({
    decision,
    confidence,
    source: intent,
    steps: [step],
    used: [intent],
  });
  const start = flowFor(intent, context);
  const [answer] = answersFor(intent, context);
  if (answer !== undefined && !ON_ORDERS.has(intent))
    return withOffer(giveAnswer(context, answer, confidence), context);
  const policy = tellPolicy(context, intent, confidence);
  if (policy) return withOffer(policy, context);
  if (start) return beginFlow(start, context, confidence);
  switch (intent) {
    case 'greet':
      return say('greet', { step: 'greet', name: context.message.shopper.name });
    case 'thanks':
      return say('thanks', { step: 'line', line: 'thanks' });
    case 'bye':
      return context.said.normal.question ? undefined : say('bye', { step: 'line', line: 'bye' });
    case 'bot.identity':
      return say('bot', { step: 'bot' });
    case 'human.request':
      return bringPerson('wish', context, confidence);
  }
  if (ON_ORDERS.has(intent)) return askOrders(context, confidence);
  const wish = WISHES[intent];
  const goods = wish && planWish(wish, context);
  if (goods) return goods;
  const problem = PROBLEMS[intent];
  if (problem) return say('sorry', { step: 'sorry', problem });
  return MATTER.test(intent) ? policyOrUnknown(context, intent, confidence) : undefined;
}
