import type { Product } from '../knowledge/knowledge-source.ts';
import { GOODS } from '../library/weights.ts';
import { wantsOf } from '../selling/find-products.ts';
import { thingsOf } from '../selling/things.ts';
import { ANSWER_BAND, CHIPS_BAND } from '../understanding/bands.ts';
import { ANGRY } from '../understanding/mood.ts';
import { intentOf } from '../understanding/understanding.ts';
import { aboutOtherGoods } from './answers-on-goods.ts';
import { answersByLibrary, planByLibrary } from './by-library.ts';
import { decideChip } from './chips.ts';
import { chosenChip } from './chosen-chip.ts';
import type { Context } from './context.ts';
import { giveAnswer } from './give-answer.ts';
import { bringPerson } from './handoff.ts';
import { askOrders } from './orders.ts';
import type { Plan } from './plan.ts';
import { presentProduct } from './present-product.ts';
import type { Proposal } from './proposal.ts';
import { askedAlone, asksSomething, proposeAttribute } from './propose-attribute.ts';
import { proposeCompare, proposeRefer, proposeSearch } from './propose-goods.ts';
import { proposeVariant } from './propose-variant.ts';
import { beginFlow, runFlow, triggered, withPendingQuestion } from './run-flow.ts';
import { seeksGoods } from './seeks-goods.ts';
import { policyOrUnknown } from './tell-policy.ts';

const CHIPS = 3;

const talk = (decision: string, confidence: number, step: Plan['steps'][number]): Plan => ({
  decision,
  confidence,
  steps: [step],
  used: [decision],
});

/** What the sentence could be about, each with its certainty. */
function proposals(context: Context): readonly Proposal[] {
  const { said, message } = context;
  const found: (Proposal | undefined)[] = [];
  // What is asked of the product in focus, or of none that is named, is no question about other goods.
  const own = askedAlone(context);
  const answer = said.readings.find(
    (one) => one.kind === 'answer' && !(own && aboutOtherGoods(context, one.id, own.asked, own.product)),
  );
  // Who looks for a present wants to see some; how it is wrapped is asked in words of its own.
  const present = said.features.concepts.has('gift') && !said.features.concepts.has('wrap') && seeksGoods(said);
  // A thing with a limit of price, or named and nothing asked of it, is looked for, whatever answer speaks of it.
  const { budget } = said.slots;
  const wants = wantsOf(said.features);
  const hunted =
    (budget !== undefined || !asksSomething(said)) &&
    thingsOf(wants, context.knowledge.catalogue).length > 0 &&
    wants.every(({ concepts }) => concepts.length === 0 || concepts.some((concept) => GOODS.has(concept)));
  const less = present || hunted ? 0.3 : 0;
  if (answer && answer.confidence >= ANSWER_BAND)
    found.push({ confidence: answer.confidence - less, plan: () => giveAnswer(context, answer.id, answer.confidence) });
  const intent = (id: string, plan: (confidence: number) => Plan, bias = 0) => {
    const confidence = intentOf(said, id);
    if (confidence >= ANSWER_BAND) found.push({ confidence: confidence + bias, plan: () => plan(confidence) });
  };
  intent('greet', (c) => talk('greet', c, { step: 'greet', name: message.shopper.name }), -0.1);
  intent('thanks', (c) => talk('thanks', c, { step: 'line', line: 'thanks' }), -0.1);
  intent('bye', (c) => talk('bye', c, { step: 'line', line: 'bye' }), -0.1);
  intent('bot.identity', (c) => talk('bot', c, { step: 'bot' }), -0.05);
  // A merchant's answer on the same matter is about shops in general; a shopper with an order means his own.
  const his = ['mine', 'late', 'track', 'parcel'].some((concept) => said.features.concepts.has(concept));
  const mine = message.shopper.signedIn && !said.features.concepts.has('?whether');
  intent('order.status', (c) => askOrders(context, c), his ? (mine ? 0.05 : -0.04) : mine ? -0.04 : -0.2);
  intent(
    'order.cancel',
    (c) => ({ ...talk('cannot', c, { step: 'cannot', task: 'cancel' }), used: ['order.cancel'] }),
    -0.06,
  );
  const flow = triggered(context);
  if (flow)
    found.push({ confidence: flow.confidence + 0.05, plan: () => beginFlow(flow.flow, context, flow.confidence) });
  found.push(
    proposeVariant(context),
    proposeAttribute(context),
    proposeCompare(context),
    proposeRefer(context),
    proposeSearch(context),
  );
  for (const one of said.readings)
    if (one.kind === 'intent' && one.confidence >= ANSWER_BAND && TOPIC.test(one.id))
      found.push({
        confidence: one.confidence - 0.15 - less,
        plan: () => policyOrUnknown(context, one.id, one.confidence),
      });
  return found.filter((one) => one !== undefined).sort((a, b) => b.confidence - a.confidence);
}

const TOPIC =
  /^(?:shipping|payment|invoice|promo|price|return|exchange|refund|delivery|item|warranty|product|gift|member|account|privacy|install|shop)\./;

/** Two questions in one message are both answered, when each is clear on its own. */
function answerEach(context: Context): Plan | undefined {
  const plans: Plan[] = [];
  for (const said of context.said.parts) {
    const best = proposals({ ...context, said })[0];
    if (!best || best.confidence < SURE_PART) continue;
    const plan = best.plan();
    if (SPEAKS.has(plan.decision) && !plan.failed && !plans.some(({ source }) => source === plan.source))
      plans.push(plan);
  }
  const [first, second] = plans;
  if (!first || !second) return undefined;
  return {
    ...second,
    confidence: Math.min(first.confidence, second.confidence),
    source: `${first.source} ${second.source}`,
    steps: [...first.steps, ...second.steps],
    state: { ...first.state, ...second.state },
    used: [...(first.used ?? []), ...(second.used ?? [])],
  };
}

const SURE_PART = 0.72;

/** Decisions that stand beside another one. */
const SPEAKS = new Set(['answer', 'attribute', 'variant']);

/** Nothing was certain: offers up to three chips, else says so. */
function unsure(context: Context): Plan {
  const { said, state } = context;
  const near = said.readings.filter((one) => one.kind === 'answer' && one.confidence >= CHIPS_BAND);
  const confidence = near[0]?.confidence ?? 0;
  const answers = [...new Set([...near.map(({ id }) => id), ...answersByLibrary(context)])].slice(0, CHIPS);
  if (answers.length > 0)
    return { decision: 'clarify', confidence, steps: [{ step: 'clarify', again: false, answers }], failed: true };
  const again = state.failures > 0;
  return { decision: 'unknown', confidence, steps: [{ step: 'unknown', again, answers: [] }], failed: true };
}

/** Answers what was said, flow or not. */
function answerMessage(context: Context): Plan {
  const { said, state, message, knowledge } = context;
  const { concepts } = said.features;
  if (concepts.has('risk')) return bringPerson('risk', said, 0.95);
  const wish = intentOf(said, 'human.request');
  // «Are you a person?» asks who is speaking; only with a word of talking is it a wish.
  const curious = !concepts.has('talk') && said.normal.question ? intentOf(said, 'bot.identity') : 0;
  if (wish >= ANSWER_BAND && (curious < ANSWER_BAND || wish > curious + 0.05)) return bringPerson('wish', said, wish);
  if (said.mood.anger >= ANGRY) return bringPerson('anger', said, said.mood.anger);

  const [best] = proposals(context);
  const open = state.flow;
  if (open) {
    const interrupting =
      best !== undefined && best.confidence >= ANSWER_BAND && said.readings[0]?.id !== 'order.address';
    const flow = runFlow(open, context, interrupting);
    if (flow) return flow;
    if (best) {
      const aside = best.plan();
      // A new task of its own replaces the flow's question only by being finished first; it has no open end here.
      return withPendingQuestion(open, aside);
    }
  }
  const each = answerEach(context);
  if (each) return each;
  if (best && best.confidence >= ANSWER_BAND - 0.1) return best.plan();
  const empty = knowledge.answers.size === 0 && knowledge.catalogue.products.length === 0;
  if (empty && !best)
    return {
      decision: 'empty-shop',
      confidence: 0,
      steps: [{ step: 'unknown', again: false, answers: [] }],
      failed: true,
    };
  if (!said.normal.text && message.reply === undefined) return unsure(context);
  const small = said.normal.question
    ? undefined
    : ['yes', 'no', 'abort'].find((id) => intentOf(said, id) >= ANSWER_BAND);
  if (small) return talk('nothing-open', 0.8, { step: 'line', line: 'nothingOpen' });
  const known = planByLibrary(context);
  if (known) return known;
  const doubt = unsure(context);
  return best && best.confidence > Math.max(doubt.confidence, CHIPS_BAND) ? best.plan() : doubt;
}

/** A button of an earlier card in the middle of a flow is an aside, like a question that is typed. */
function chipInFlow(typed: Context): Plan | undefined {
  const chosen = chosenChip(typed);
  const context: Context =
    chosen === undefined ? typed : { ...typed, message: { ...typed.message, reply: { to: 0, value: chosen } } };
  const plan = decideChip(context);
  const open = context.state.flow;
  if (!plan || !open || plan.actions || plan.state?.flow) return plan;
  return withPendingQuestion(open, plan);
}

/** A card that is sent in the middle of a flow is an aside too. */
function cardInFlow(context: Context, card: Product): Plan {
  const plan = presentProduct(context, card);
  return context.state.flow ? withPendingQuestion(context.state.flow, plan) : plan;
}

/** Sixth stage: one plan for a message. Two turns in a row that did not help bring a person. */
export function decide(context: Context): Plan {
  const { card } = context;
  const answered =
    card && context.said.normal.text === '' ? undefined : (chipInFlow(context) ?? answerMessage(context));
  // A card with words beside it that are not understood is a question about the card.
  const plan =
    card && (!answered || answered.failed) ? cardInFlow(context, card) : (answered ?? answerMessage(context));
  if (!plan.failed || context.state.failures < 1) return plan;
  return bringPerson('failures', context.said, plan.confidence);
}
