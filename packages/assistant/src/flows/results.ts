import type { OrderCard } from '@xiaoer/core/protocol';
import { openFirst } from '../dialogue/orders.ts';
import type { Plan, Step } from '../dialogue/plan.ts';
import type { SlotValue } from '../state.ts';
import type { ToolResult } from '../turn.ts';
import { sameNumber } from '../understanding/slots/order-number.ts';
import { advance, answered, close, failed, line, plan, type Run } from './advance.ts';
import type { Slot } from './flow.ts';
import { LINES } from './lines.ts';
import { said } from './world.ts';

const MOST_ORDERS = 12;

/** What is kept of a picked order. A masked name or phone is not the shopper's wish and is left to the shop. */
function picked(card: OrderCard): SlotValue {
  const { id, number, status, placedAt, total, address, steps, lines } = card;
  const whole = (text: string | undefined) => (text?.includes('*') ? undefined : text);
  const delivered = steps?.find((step) => step.status === 'delivered' && step.state !== 'todo')?.at;
  // Of an order of several things nobody has said yet which one it is about.
  const [product, ...others] = new Set(lines.map((one) => one.product));
  const v = {
    id,
    number,
    status,
    placedAt,
    total,
    deliveredAt: delivered,
    product: others.length > 0 ? undefined : product,
    name: whole(address?.name),
    phone: whole(address?.phone),
  };
  return { v: JSON.parse(JSON.stringify(v)) as unknown, from: 'picked', sure: 1 };
}

/** Goes on with the orders the shop listed: guard, a named one, the only one, or a picker. */
export function withOrders(run: Run, result: ToolResult, number: string | undefined): Plan | undefined {
  const { flow, open, world } = run;
  const name = open.waits;
  const slot: Slot | undefined = flow.slots?.[name];
  if (slot?.type !== 'order') return undefined;
  if ('error' in result || !('orders' in result))
    return 'error' in result && result.error === 'not-signed-in'
      ? close(run, [line(run, flow.signIn ?? LINES.signIn)])
      : plan(run, [{ step: 'line', line: 'ordersFailed', person: true }], undefined, { failed: true });
  const can = openFirst(result.orders).filter(({ status }) => slot.status?.includes(status) ?? true);
  const pick = (card: OrderCard) =>
    advance(
      {
        ...run,
        open: {
          ...open,
          slots: { ...open.slots, [name]: picked(card) },
          way: [...open.way.filter((one) => one !== name), name],
        },
      },
      open.at,
    );
  const ask = (before: readonly Step[]): Plan =>
    plan(
      run,
      [
        ...run.lines,
        ...before,
        { step: 'orders', cards: can.slice(0, MOST_ORDERS), line: said(slot.ask, flow, open.slots, world) },
      ],
      open,
    );
  if (number !== undefined) {
    const named = result.orders.find((card) => card.id === number || sameNumber(number, card.number));
    if (named && can.includes(named)) return pick(named);
    if (named) {
      const values = { number: named.number, status: { status: named.status } };
      return close(run, [{ step: 'flow', text: slot.refused, values, person: true }]);
    }
    if (can.length > 0) return ask([{ step: 'line', line: 'orderNotFound' }]);
  }
  const [only] = can;
  if (!only) return close(run, [...run.lines, line(run, slot.none, { person: true })]);
  return can.length === 1 ? pick(only) : ask([]);
}

/** Goes on with what a tool answered. The order is shown as the shop has it now. */
export function withAnswer(run: Run, result: ToolResult): Plan | undefined {
  const { flow, open } = run;
  const step = flow.steps[open.at];
  if (!step || !('call' in step)) return undefined;
  if ('error' in result) return failed(run, step, open.at, result.error);
  const card = 'order' in result ? result.order : undefined;
  const values = 'values' in result ? result.values : undefined;
  const next = answered(run, step, values);
  if (!card) return next;
  const shown: readonly Step[] = step.show ? [{ step: 'order', card, brief: step.reads !== true }] : [];
  // A question that follows stays last, where it is answered.
  const steps = next.state?.flow ? [...shown, ...next.steps] : [...next.steps, ...shown];
  return { ...next, steps, state: { order: card.id, ...next.state } };
}
