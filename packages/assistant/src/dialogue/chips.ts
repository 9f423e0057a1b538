import { circumstancesOf, mayGive } from '../understanding/circumstances.ts';
import { answerStep } from './answer-step.ts';
import { beginFlow } from './begin-flow.ts';
import { type Context, productById } from './context.ts';
import { bringPerson } from './handoff.ts';
import { askOrder } from './orders.ts';
import type { Plan } from './plan.ts';
import { aboutProduct } from './propose-goods.ts';
import { planNarrowed } from './propose-refine.ts';
import { planForgotten } from './taste-talk.ts';
import { tellAttribute } from './tell-attribute.ts';

/** `answer:ID`, `product:ID`, `attribute:CONCEPT:ID`; an id may hold colons of its own. */
function readChip(value: string): { readonly kind: string; readonly id: string; readonly asked: string } {
  const [kind = '', ...rest] = value.split(':');
  const asked = kind === 'attribute' ? (rest.shift() ?? '') : '';
  return { kind, id: rest.join(':'), asked };
}

/** What a pressed button means. Undefined: it is no button of ours, or one that the open flow reads. */
export function decideChip(context: Context): Plan | undefined {
  const { message, knowledge, state } = context;
  const value = message.reply?.value;
  // A form that leaves a message: the house keeps it, and the shopper is told so.
  if (value === undefined && message.reply?.values?.['message'] !== undefined)
    return { decision: 'message-left', confidence: 1, steps: [{ step: 'line', line: 'messageLeft' }] };
  if (value === undefined) return undefined;
  if (value === 'human') return bringPerson('wish', context, 1);
  if (value === 'say:leave') return { decision: 'leave-message', confidence: 1, steps: [{ step: 'leave-message' }] };
  if (value === 'say:go-on')
    return { decision: 'go-on', confidence: 1, steps: [{ step: 'line', line: 'pressedGoOn' }] };
  const { kind, id: first, asked } = readChip(value);
  const given = knowledge.answers.has(first) && mayGive(first, circumstancesOf(message, state, knowledge), knowledge);
  if (kind === 'answer' && given)
    return {
      decision: 'answer',
      confidence: 1,
      source: first,
      steps: [answerStep(context, first, 1)],
      state: { last: `answer:${first}` },
      used: [first],
    };
  if (kind === 'hunt') return planNarrowed(value.slice('hunt:'.length), context);
  if (kind === 'forget') return planForgotten(value.slice('forget:'.length), context);
  const product = productById(knowledge, kind === 'product' || kind === 'attribute' ? first : undefined);
  if (product) return kind === 'product' ? aboutProduct(product, 1) : tellAttribute(context, product, asked, 1);

  const begun = kind === 'begin' && !state.flow ? knowledge.starts.byId(first) : undefined;
  if (begun) return beginFlow(begun, context, 1);
  const order = message.reply?.values?.['order'];
  if (order !== undefined) {
    const start = knowledge.starts.byButton(value);
    if (start && !state.flow) return beginFlow(start, context, 1, order);
    // What a button of an older card began is off now: the order itself can still be told of.
    if (value === 'track' || !start) return askOrder(order);
  }
  // A picked order while no flow waits for one: tell where it is.
  if (
    !state.flow &&
    /^\S{1,128}$/.test(value) &&
    message.shopper.signedIn &&
    !/^(?:flow|set|begin|hunt|forget):/.test(value)
  )
    return askOrder(value);
  return undefined;
}
