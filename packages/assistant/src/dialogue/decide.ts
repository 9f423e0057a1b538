import { withTags } from '../selling/taste.ts';
import { ANSWER_BAND, CHIPS_BAND } from '../understanding/bands.ts';
import { intentOf } from '../understanding/understanding.ts';
import { answerEach } from './answer-each.ts';
import { LOAD_FLOWS } from './begin-flow.ts';
import { answersByLibrary, planByLibrary, withOffer } from './by-library.ts';
import { decideChip } from './chips.ts';
import { chosenChip } from './chosen-chip.ts';
import type { Context } from './context.ts';
import { bringPerson, isAngry } from './handoff.ts';
import { inFlow } from './in-flow.ts';
import type { Plan } from './plan.ts';
import { presentProduct } from './present-product.ts';
import { proposals } from './proposals.ts';
import { servedBy } from './served-by.ts';
import { withSoothing } from './soothe.ts';
import { talk } from './talk.ts';
import { tagsIn, tagsOfAdvice } from './taste-talk.ts';

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
  if (concepts.has('risk')) return bringPerson('risk', context, 0.95);
  const wish = intentOf(said, 'human.request');
  // «Are you a person?» asks who is speaking; only with a word of talking is it a wish.
  const curious = !concepts.has('talk') && said.normal.question ? intentOf(said, 'bot.identity') : 0;
  if (wish >= ANSWER_BAND && (curious < ANSWER_BAND || wish > curious + 0.05))
    return bringPerson('wish', context, wish);
  if (isAngry(context)) return bringPerson('anger', context, said.mood.anger);

  if (state.flow) {
    const plan = inFlow(state.flow, context);
    if (plan) return plan;
    const left = answerMessage({ ...context, state: { ...state, flow: undefined } });
    return { ...left, state: { flow: undefined, ...left.state } };
  }
  const [best] = proposals(context);
  const each = answerEach(context);
  if (each) return withOffer(each, context);
  if (best && best.confidence >= ANSWER_BAND - 0.1) return withOffer(best.plan(), context);
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

/** What is done in the middle of a flow without being part of it: the pending question comes again. */
function beside(context: Context, plan: Plan): Plan {
  const { flow: open } = context.state;
  if (!open || plan.actions || plan.state?.flow) return plan;
  return context.knowledge.flows()?.aside(open, plan, context.message.at, context.knowledge) ?? LOAD_FLOWS;
}

/** A button of an earlier card in the middle of a flow is an aside, like a question that is typed. */
function chipInFlow(typed: Context): Plan | undefined {
  const chosen = chosenChip(typed);
  const context: Context =
    chosen === undefined ? typed : { ...typed, message: { ...typed.message, reply: { to: 0, value: chosen } } };
  const plan = decideChip(context);
  return plan && beside(context, plan);
}

/** Who takes over in the middle of a flow is told what is known already. */
function withNotes(plan: Plan, { state, knowledge, message }: Context): Plan {
  const handed = plan.actions?.some((action) => action.do === 'handoff') ?? false;
  if (!state.flow || !handed || plan.decision === 'flow' || plan.source === state.flow.flow) return plan;
  const flows = knowledge.flows();
  return flows ? { ...plan, steps: [...plan.steps, ...flows.noted(state.flow, message.at, knowledge)] } : LOAD_FLOWS;
}

/** What a sentence tells of the shopper beside what it asks for is remembered. */
function withTaste(plan: Plan, context: Context): Plan {
  if (plan.state?.tags) return plan;
  const { at } = context.message;
  const told = [...tagsIn(context.said, context, at), ...tagsOfAdvice(plan, at)];
  const more = plan.decision === 'search' ? told : told.filter(({ kind }) => kind !== 'spends');
  return more.length > 0 ? { ...plan, state: { ...plan.state, tags: withTags(context.state.tags, more) } } : plan;
}

/** Sixth stage: one plan for a message. Two turns in a row that did not help bring a person. */
export function decide(context: Context): Plan {
  const { card, state, knowledge } = context;
  // A card may be what the open flow has asked for.
  const asked = card && state.flow ? (knowledge.flows()?.run(state.flow, context, true) ?? undefined) : undefined;
  if (asked) return asked;
  const answered =
    card && context.said.normal.text === '' ? undefined : (chipInFlow(context) ?? answerMessage(context));
  // A card with words beside it that are not understood is a question about the card.
  const first =
    card && (!answered || answered.failed)
      ? beside(context, presentProduct(context, card))
      : (answered ?? answerMessage(context));
  const plan = knowledge.flows()?.lookAgain(first, context) ?? first;
  const helped = !plan.failed || context.state.failures < 1;
  const done = helped ? withTaste(plan, context) : bringPerson('failures', context, plan.confidence);
  return withNotes(withSoothing(servedBy(done, context), context), context);
}
