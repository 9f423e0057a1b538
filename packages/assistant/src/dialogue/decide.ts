import type { Product } from '../knowledge/knowledge-source.ts';
import { ANSWER_BAND, CHIPS_BAND } from '../understanding/bands.ts';
import { ANGRY } from '../understanding/mood.ts';
import { intentOf } from '../understanding/understanding.ts';
import { answerEach } from './answer-each.ts';
import { answersByLibrary, planByLibrary } from './by-library.ts';
import { decideChip } from './chips.ts';
import { chosenChip } from './chosen-chip.ts';
import type { Context } from './context.ts';
import { bringPerson } from './handoff.ts';
import type { Plan } from './plan.ts';
import { presentProduct } from './present-product.ts';
import { proposals } from './proposals.ts';
import { runFlow, withPendingQuestion } from './run-flow.ts';
import { talk } from './talk.ts';

const CHIPS = 3;

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
