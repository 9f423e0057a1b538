import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import type { OpenFlow, SlotValue } from '../state.ts';
import { normalise } from '../text/normalise.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { intentOf } from '../understanding/understanding.ts';
import {
  advance,
  agreed,
  agreedTo,
  beforeCall,
  close,
  confirmation,
  line,
  missing,
  plan,
  question,
  type Run,
  refusedTo,
} from './advance.ts';
import type { Flow } from './flow.ts';
import { LINES } from './lines.ts';
import { readSlot } from './read-slot.ts';

const BACK = /^(?:返回|后退|(?:回到|退回)?上一步|回上一步|back|go back|previous(?: step| question)?)[.!。！]?$/;
const REPEAT =
  /^(?:(?:请)?(?:再说|重复|再问)一[遍次下]|没(?:看|听)懂|什么意思|repeat(?: that)?|say (?:that|it) again|pardon|come again|what was the question|what do you mean)[.!?。！？]?$/;
const NOT_SO =
  /^(?:不对|不是(?:这个|这样)?|错了|写错了|说错了|应该是|改成|换成|no|not that|sorry|actually|i meant|wait|make it|correction)(?=[\s,，:：。是]|$)[\s,，:：。]*(?:应该)?(?:是|改成|换成|i meant|it'?s|make it)?\s*/i;

/** Index of the step that asks for a slot. */
const askedAt = (flow: Flow, name: string): number =>
  flow.steps.findIndex((step) => 'ask' in step && [step.ask].flat().includes(name));

/** Asks for the orders of now, from which one is picked. */
export const listOrders = (run: Run, open: OpenFlow, number?: string): Plan =>
  plan(run, [...run.lines], open, {
    actions: [{ do: 'call', call: { tool: 'orders.list', args: {} } }],
    state: { pending: { kind: 'flow-orders', ...(number === undefined ? {} : { number }) } },
  });

/** The question that is open, as lines; none for an order, which is picked from a list of now. */
export function pending(run: Run, retry = false) {
  const { open, flow } = run;
  const step = flow.steps[open.at];
  if (open.waits === 'confirm') return step && 'confirm' in step ? [confirmation(run, step.confirm)] : [];
  const slot = flow.slots?.[open.waits];
  return slot && slot.type !== 'order' ? [question(run, open.waits, retry)] : [];
}

/** The same question again: an order is picked from the orders of now. */
export const again = (run: Run, open: OpenFlow = run.open, retry = false): Plan =>
  run.flow.slots?.[open.waits]?.type === 'order'
    ? listOrders(run, open)
    : plan(run, pending({ ...run, open }, retry), open);

/** Slots that a message fills: those that are asked for, and others that it can mean nothing else by. */
function filledBy(run: Run, context: Context, asked: readonly string[]): Record<string, SlotValue> {
  const { flow, world } = run;
  const slots = flow.slots ?? {};
  const timeZone = world.knowledge.source.shop.timeZone ?? 'UTC';
  const units = asked.flatMap((name) => {
    const slot = slots[name];
    return slot?.type === 'number' && slot.unit ? [slot.unit] : [];
  });
  const free = asked.some((name) => slots[name]?.type === 'text');
  const read = (names: readonly string[], isAsked: boolean) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const slot = slots[name];
        const value = slot && readSlot(name, slot, { context, asked: isAsked, units, timeZone });
        return value && value.from !== 'page' ? [[name, value] as const] : [];
      }),
    );
  const answers = read(asked, true);
  // What answers the question answers nothing else: a code is no number of an order. And a question is no answer at all.
  const others = Object.keys(slots).filter(
    (name) =>
      !asked.includes(name) &&
      (slots[name]?.type === 'pictures' ||
        (!free && !context.said.normal.question && Object.keys(answers).length === 0)),
  );
  const filled: Record<string, SlotValue> = { ...read(others, false), ...answers };
  return filled;
}

/** «No, the other colour»: what was filled in last is read again. */
function corrected(run: Run, context: Context): Record<string, SlotValue> {
  const text = context.message.text.trim();
  const rest = text.replace(NOT_SO, '');
  const last = run.open.way.at(-1);
  if (rest === text || rest === '' || last === undefined) return {};
  const read = {
    ...context,
    message: { ...context.message, text: rest },
    said: { ...context.said, normal: normalise(rest, context.knowledge.vocabulary.simplify) },
  };
  const value = filledBy(run, read, [last])[last];
  return value ? { [last]: value } : {};
}

/** Goes on with new values, from the step that asked for the first of them: what depends on them is looked at again. */
function withValues(run: Run, filled: Record<string, SlotValue>): Plan {
  const { flow, open } = run;
  const names = Object.keys(filled);
  const way = [...open.way.filter((name) => !names.includes(name)), ...names];
  const next = { ...open, slots: { ...open.slots, ...filled }, way, tries: 0 };
  const steps = names.map((name) => askedAt(flow, name)).filter((at) => at >= 0);
  // What comes only later does not pass over what is asked now.
  return advance({ ...run, open: next }, Math.min(open.at, ...steps));
}

function goBack(run: Run): Plan {
  const { open, flow } = run;
  const last = open.way.at(-1);
  if (last === undefined) return again(run);
  const slots = Object.fromEntries(Object.entries(open.slots).filter(([name]) => name !== last));
  const at = askedAt(flow, last);
  return advance({ ...run, open: { ...open, slots, way: open.way.slice(0, -1) } }, at < 0 ? open.at : at);
}

/** Yes or no to what is about to be done; undefined for anything else. */
function decided(run: Run, { said, message }: Context): Plan | undefined {
  const { open, flow } = run;
  const step = flow.steps[open.at];
  if (!step || !('confirm' in step)) return undefined;
  const value = message.reply?.value;
  if (value === `flow:yes:${agreed(open)}`) return agreedTo(run, step);
  // The button of an earlier question: what it agreed to has changed.
  if (value?.startsWith('flow:yes')) return again(run);
  // «Is that okay?» is no yes.
  return !said.normal.question &&
    value === undefined &&
    intentOf(said, 'yes') >= ANSWER_BAND &&
    intentOf(said, 'no') < ANSWER_BAND
    ? agreedTo(run, step)
    : undefined;
}

/**
 * A call whose answer was lost on the way: what only reads is asked again, and a write goes back to its question, where a
 * yes acts under the same key as before.
 */
function withoutLostCall({ open, flow }: Run): OpenFlow {
  const step = flow.steps[open.at];
  if (open.waits !== 'call' || (step && 'call' in step && step.reads)) return open;
  const asked = beforeCall(flow, open.at);
  return asked ? { ...open, at: asked.at, waits: 'confirm' } : open;
}

/** What the shopper said while a flow waits for him. Undefined: it is about something else. */
export function answerIn(given: Run, context: Context, interrupted: boolean): Plan | undefined {
  const run = { ...given, open: withoutLostCall(given) };
  const { flow, open } = run;
  if (open.waits === 'call') return advance(run, open.at);
  const { said, message } = context;
  const { text, question: asks } = said.normal;
  const value = message.reply?.value;
  const confirming = open.waits === 'confirm';
  const step = flow.steps[open.at];
  const cancelled = () => close(run, [line(run, flow.cancelled ?? LINES.cancelled)]);
  if (value === 'flow:no') return confirming && step && 'confirm' in step ? refusedTo(run, step) : cancelled();
  if (REPEAT.test(text)) return again(run);
  if (BACK.test(text)) return goBack(run);

  const asked = missing(step, open.slots);
  const slot = flow.slots?.[open.waits];
  const no = intentOf(said, 'order.cancel') > 0.8 ? 0 : intentOf(said, 'no');
  const abort = Math.max(intentOf(said, 'abort'), no) >= ANSWER_BAND;
  const choosing = slot?.type === 'choice' || slot?.type === 'pictures';
  if (abort && !choosing && !confirming) return cancelled();
  // A question that has an answer is an aside, also where a free text is waited for.
  if (slot?.type === 'text' && interrupted && asks) return undefined;

  if (slot?.type === 'order' && !interrupted) {
    const number =
      (value?.startsWith('flow:') ? undefined : value) ?? message.reply?.values?.['order'] ?? said.slots.orderNumber;
    const beside = filledBy(run, context, []);
    if (number !== undefined) return listOrders(run, { ...open, slots: { ...open.slots, ...beside } }, number);
  }
  if (confirming) {
    const answer = decided(run, context);
    if (answer) return answer;
  }
  const filled = filledBy(run, context, asked);
  const found = Object.keys(filled).length > 0 ? filled : asks ? {} : corrected(run, context);
  const changes = Object.entries(found).filter(
    ([name, one]) => asked.includes(name) || JSON.stringify(open.slots[name]?.v) !== JSON.stringify(one.v),
  );
  if (changes.length > 0 && !(slot?.type === 'order' && interrupted))
    return withValues(run, Object.fromEntries(changes));
  const orders = Object.keys(flow.slots ?? {}).find((name) => flow.slots?.[name]?.type === 'order');
  const other = said.slots.orderNumber;
  if (other !== undefined && orders !== undefined && open.slots[orders] && !asks && !interrupted) {
    const slots = Object.fromEntries(Object.entries(open.slots).filter(([name]) => name !== orders));
    return listOrders(run, { ...open, slots, at: askedAt(flow, orders), waits: orders }, other);
  }
  if (abort) return confirming && step && 'confirm' in step ? refusedTo(run, step) : cancelled();
  if (interrupted) return undefined;
  const tries = open.tries + 1;
  return tries >= (flow.tries ?? 3)
    ? close(run, [line(run, flow.gaveUp ?? LINES.gaveUp, { person: true })])
    : again(run, { ...open, tries }, true);
}
