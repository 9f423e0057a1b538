import type { Address, OrderCard } from '@xiaoer/core/protocol';
import type { Flow, FlowLine } from '../flows/flow.ts';
import { FLOWS } from '../flows/index.ts';
import type { OpenFlow } from '../state.ts';
import type { ToolResult } from '../turn.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { readAddress } from '../understanding/slots/address.ts';
import { sameNumber } from '../understanding/slots/order-number.ts';
import { intentOf } from '../understanding/understanding.ts';
import type { Context } from './context.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { openFirst } from './orders.ts';
import type { Plan, Step } from './plan.ts';

const flowById = (id: string): Flow | undefined => FLOWS.find((flow) => flow.id === id);

/** The flow that an intent begins, if it was read with enough confidence. */
export const triggered = ({ said }: Context): { flow: Flow; confidence: number } | undefined => {
  for (const flow of FLOWS) {
    const confidence = intentOf(said, flow.trigger);
    if (confidence >= ANSWER_BAND) return { flow, confidence };
  }
  return undefined;
};

/** An address in one line, as it is shown and confirmed. */
export const addressLine = ({ text, name, phone }: Address): string => [text, name, phone].filter(Boolean).join(' · ');

const line = (flow: FlowLine, open: Partial<OpenFlow>, more: Partial<Extract<Step, { step: 'flow' }>> = {}): Step => ({
  step: 'flow',
  line: flow,
  number: open.order?.number ?? '',
  address: open.address ? addressLine(open.address) : '',
  ...more,
});

/** The question a flow waits to have answered, asked again after something else was dealt with. */
export function pendingQuestion(open: OpenFlow): readonly Step[] {
  const flow = flowById(open.flow);
  if (!flow) return [];
  if (open.waits === 'confirm') return [line(flow.confirm, open, { chips: 'confirm' })];
  const slot = flow.slots.find(({ name }) => name === open.waits);
  return slot ? [line(slot.prompt, open)] : [];
}

/** An aside in the middle of a flow: the answer, then the pending question again; a picker with the orders of now. */
export function withPendingQuestion(open: OpenFlow, aside: Plan): Plan {
  if (aside.actions) return aside;
  const slot = flowById(open.flow)?.slots.find(({ name }) => name === open.waits);
  return slot?.kind === 'order'
    ? {
        ...aside,
        actions: [{ do: 'call', call: { tool: 'orders.list', args: {} } }],
        state: { ...aside.state, pending: { kind: 'flow-orders' } },
      }
    : { ...aside, steps: [...aside.steps, ...pendingQuestion(open)] };
}

const plan = (flow: Flow, steps: readonly Step[], open: OpenFlow | undefined, more: Partial<Plan> = {}): Plan => ({
  decision: 'flow',
  confidence: 1,
  source: flow.id,
  steps,
  used: [flow.trigger],
  ...more,
  state: { pending: undefined, ...more.state, flow: open },
});

/** Begins a flow: the guard that a shopper must be known, then the first question. */
export function beginFlow(flow: Flow, { message, said }: Context, confidence: number, order?: string): Plan {
  if (!message.shopper.signedIn)
    return { decision: 'sign-in', confidence, steps: [{ step: 'sign-in', task: 'address' }], used: [flow.trigger] };
  // An address in the very first sentence is kept, so that it need not be typed twice.
  const address = readAddress(message.text);
  const number = order ?? said.slots.orderNumber;
  return plan(
    flow,
    [],
    { flow: flow.id, begun: message.at, waits: 'order', tries: 0, ...(address ? { address } : {}) },
    {
      confidence,
      actions: [{ do: 'call', call: { tool: 'orders.list', args: {} } }],
      state: { pending: { kind: 'flow-orders', ...(number === undefined ? {} : { number }) } },
    },
  );
}

/** Asks for what is missing, or for the confirmation when nothing is. */
function proceed(flow: Flow, open: OpenFlow): Plan {
  const slot = flow.slots.find(({ name }) => (name === 'order' ? !open.order : !open.address));
  if (slot) return plan(flow, [line(slot.prompt, open)], { ...open, waits: slot.name, tries: 0 });
  // The whole address is replaced, so who receives it goes along and is shown before the yes.
  const { name, phone } = open.order ?? {};
  const whole = open.address && { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...open.address };
  const next: OpenFlow = { ...open, address: whole, waits: 'confirm', tries: 0 };
  return plan(flow, [line(flow.confirm, next, { chips: 'confirm' })], next);
}

/** What is kept of a picked order. A masked name or phone is not the shopper's wish and is left to the shop. */
function picked({ id, number, address }: OrderCard): NonNullable<OpenFlow['order']> {
  const whole = (text: string | undefined) => (text?.includes('*') ? undefined : text);
  return {
    id,
    number,
    name: whole(address?.name),
    phone: whole(address?.phone),
  };
}

/** Goes on with the orders the shop listed: guard, a named one, the only one, or a picker. */
export function flowOrders(open: OpenFlow, result: ToolResult, number: string | undefined): Plan | undefined {
  const flow = flowById(open.flow);
  const slot = flow?.slots.find((one) => one.kind === 'order');
  if (!flow || slot?.kind !== 'order') return undefined;
  if ('error' in result || !('orders' in result))
    return 'error' in result && result.error === 'not-signed-in'
      ? plan(flow, [{ step: 'sign-in', task: 'address' }], undefined)
      : plan(flow, [{ step: 'line', line: 'ordersFailed', person: true }], undefined, { failed: true });
  const can = openFirst(result.orders).filter(({ status }) => slot.where.status.includes(status));
  const pick = (card: OrderCard) => proceed(flow, { ...open, order: picked(card) });
  if (number !== undefined) {
    const named = result.orders.find((card) => card.id === number || sameNumber(number, card.number));
    if (named && can.includes(named)) return pick(named);
    if (named)
      return plan(
        flow,
        [
          line(
            slot.refused,
            { order: { id: named.id, number: named.number } },
            { status: named.status, chips: 'person' },
          ),
        ],
        undefined,
      );
    if (can.length > 0)
      return plan(
        flow,
        [
          { step: 'line', line: 'orderNotFound' },
          { step: 'orders', cards: can.slice(0, 12), line: slot.prompt },
        ],
        {
          ...open,
          waits: 'order',
        },
      );
  }
  const [only] = can;
  if (!only) return plan(flow, [line(slot.none, open, { chips: 'person' })], undefined);
  if (can.length === 1) return pick(only);
  return plan(flow, [{ step: 'orders', cards: can.slice(0, 12), line: slot.prompt }], { ...open, waits: 'order' });
}

/** Tells how the write went. The address is shown as the shop has it now. */
export function flowDone(open: OpenFlow, result: ToolResult): Plan | undefined {
  const flow = flowById(open.flow);
  if (!flow) return undefined;
  if ('error' in result) {
    const error = flow.errors[result.error] ?? flow.errors.failed;
    return plan(flow, [line(error, open, { chips: 'person' })], undefined);
  }
  const card = 'order' in result ? result.order : undefined;
  const steps: Step[] = [line(flow.done, open)];
  if (card) steps.push({ step: 'order', card, brief: true });
  return plan(flow, steps, undefined, card ? { state: { order: card.id } } : {});
}

function act(flow: Flow, open: OpenFlow): Plan {
  const { order, address } = open;
  if (!order || !address) return proceed(flow, open);
  const key = idempotencyKey(flow.id, open.begun, [order.id, addressLine(address)]);
  return plan(
    flow,
    [],
    { ...open, waits: 'action' },
    {
      actions: [{ do: 'call', call: { tool: flow.action.tool, args: { order: order.id, address }, key } }],
      state: { pending: { kind: 'flow-action' } },
    },
  );
}

/**
 * Goes on with an open flow. Undefined: the sentence is about something else, which is answered first, and the
 * pending question asked again.
 */
export function runFlow(open: OpenFlow, context: Context, interrupted: boolean): Plan | undefined {
  const flow = flowById(open.flow);
  if (!flow) return undefined;
  const { said, message } = context;
  const value = message.reply?.value;
  const cancelled = () => plan(flow, [line(flow.exits.cancelled, open)], undefined);
  if (value === 'flow:no') return cancelled();
  const abort = Math.max(intentOf(said, 'abort'), intentOf(said, 'order.cancel') > 0.8 ? 0 : intentOf(said, 'no'));

  if (open.waits === 'confirm') {
    const address = readAddress(message.text);
    if (value === 'flow:yes') return act(flow, open);
    if (abort >= ANSWER_BAND) return cancelled();
    if (address) return proceed(flow, { ...open, address });
    // «Is that okay?» is no yes.
    if (!said.normal.question && intentOf(said, 'yes') >= ANSWER_BAND) return act(flow, open);
  } else {
    if (Math.max(intentOf(said, 'abort'), abort) >= ANSWER_BAND) return cancelled();
    if (open.waits === 'order' && !interrupted) {
      const number = value ?? message.reply?.values?.['order'] ?? said.slots.orderNumber;
      const address = readAddress(message.text);
      if (number !== undefined)
        return plan(
          flow,
          [],
          { ...open, ...(address ? { address } : {}) },
          {
            actions: [{ do: 'call', call: { tool: 'orders.list', args: {} } }],
            state: { pending: { kind: 'flow-orders', number } },
          },
        );
    }
    if (open.waits === 'address') {
      const address = readAddress(message.text);
      if (address) return proceed(flow, { ...open, address });
    }
  }
  if (interrupted) return undefined;
  const tries = open.tries + 1;
  if (tries >= flow.exits.maxTries) return plan(flow, [line(flow.exits.gaveUp, open, { chips: 'person' })], undefined);
  const slot = flow.slots.find(({ name }) => name === open.waits);
  const again = slot?.kind === 'address' ? [line(slot.retry, open)] : pendingQuestion(open);
  return plan(flow, again, { ...open, tries });
}
