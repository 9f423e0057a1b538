import type { OpenFlow } from '../state.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { LOAD_FLOWS, sureFlow, triggered } from './begin-flow.ts';
import type { Context } from './context.ts';
import type { Flows } from './flows.ts';
import type { Plan, Step } from './plan.ts';
import { proposals } from './proposals.ts';

/** Decisions that are told beside the question of a flow. */
const TOLD = new Set(['answer', 'attribute', 'variant', 'compare', 'search']);

/** One sentence while a flow is open; undefined when it is about nothing that is known. */
function oneInFlow(open: OpenFlow, context: Context, flows: Flows): Plan | undefined {
  const { knowledge, message } = context;
  const [best] = proposals(context);
  const named = triggered(context)?.start;
  const interrupted = best !== undefined && best.confidence >= ANSWER_BAND && named?.id !== open.flow;
  const plan = flows.run(open, context, interrupted);
  if (plan || open.rests || !flows.has(open.flow)) return plan;
  const aside = best?.plan();
  const other = named ?? (!aside || aside.decision === 'flow' ? sureFlow(context) : undefined);
  if (other && other.id !== open.flow) return flows.rival(open, other, context);
  return aside && flows.aside(open, aside, message.at, knowledge);
}

/**
 * Several messages that came together are taken one after the other: each answers the question that the one before led
 * to, or is answered beside it. A yes agrees only to what was shown in an earlier turn, so nothing goes past a question
 * before a write. Undefined: they say nothing one by one, and are one answer together.
 */
function eachInFlow(open: OpenFlow, context: Context, flows: Flows): Plan | undefined {
  const { sentences } = context.said;
  let now = open;
  let last: Plan | undefined;
  const told: Step[] = [];
  let over = false;
  for (const said of sentences) {
    const one: Context = {
      ...context,
      said,
      state: { ...context.state, flow: now, last: undefined },
      message: { ...context.message, text: said.normal.original },
    };
    const [best] = proposals(one);
    const asks = said.normal.question && best !== undefined && best.confidence >= ANSWER_BAND;
    const plan: Plan | undefined = asks || over ? undefined : flows.run(now, one, false);
    if (!plan) {
      const aside = asks ? best.plan() : undefined;
      if (aside && TOLD.has(aside.decision) && !aside.failed) told.push(...aside.steps);
      continue;
    }
    const next: OpenFlow | undefined = plan.state?.flow;
    // What the sentence could not be used for is not counted against it: another of them was.
    if (next && next.tries > now.tries && next.waits === now.waits) continue;
    last = plan;
    over = !next || plan.actions !== undefined || next.waits === 'confirm';
    now = next ?? now;
  }
  return last && { ...last, steps: [...told, ...last.steps] };
}

/** A message while a flow is open; undefined when the flow was left behind by it. */
export function inFlow(open: OpenFlow, context: Context): Plan | undefined {
  const { knowledge, said, message } = context;
  const flows = knowledge.flows();
  if (!flows) return LOAD_FLOWS;
  const several = said.sentences.length > 1 && message.reply === undefined && !flows.takesText(open);
  return (several ? eachInFlow(open, context, flows) : undefined) ?? oneInFlow(open, context, flows);
}
