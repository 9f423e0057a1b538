import type { OrderCard } from '@xiaoer/core/protocol';
import type { ToolResult } from '../turn.ts';
import { sameNumber } from '../understanding/slots/order-number.ts';
import { beginFlow } from './begin-flow.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

const OPEN = ['shipped', 'packed', 'paid', 'unpaid', 'returning'];

/** What a shop must be able to do before a visitor is asked for a number and a one-time code. */
const FOR_GUESTS = ['guests.send-code', 'guests.order'];

/**
 * Asks the shop for the shopper's orders. A visitor is told to sign in and no secret is asked for, unless the shop sends
 * one-time codes to who ordered.
 */
export function askOrders(context: Context, confidence: number): Plan {
  const { message, said, state, knowledge } = context;
  const used = ['order.status'];
  const guests = knowledge.starts.byId('find-order');
  if (!message.shopper.signedIn && guests && FOR_GUESTS.every((tool) => knowledge.tools.has(tool)))
    return beginFlow(guests, context, confidence);
  if (!message.shopper.signedIn) return { decision: 'sign-in', confidence, steps: [{ step: 'sign-in' }], used };
  const number = said.slots.orderNumber;
  const known = number === undefined && state.order !== undefined && said.features.concepts.has('deictic');
  return {
    decision: 'order-status',
    confidence,
    steps: [],
    actions: [
      known && state.order
        ? { do: 'call', call: { tool: 'orders.get', args: { order: state.order } } }
        : { do: 'call', call: { tool: 'orders.list', args: {} } },
    ],
    state: { pending: { kind: 'order-status', ...(number === undefined ? {} : { number }) } },
    used,
  };
}

/** Asks the shop for one order by its id. */
export const askOrder = (order: string): Plan => ({
  decision: 'order-status',
  confidence: 1,
  steps: [],
  actions: [{ do: 'call', call: { tool: 'orders.get', args: { order } } }],
  state: { pending: { kind: 'order-status' } },
  used: ['order.status'],
});

/** Orders with those that are under way first, each group newest first. */
export const openFirst = (orders: readonly OrderCard[]): readonly OrderCard[] =>
  [...orders].sort(
    (a, b) => Number(OPEN.includes(b.status)) - Number(OPEN.includes(a.status)) || b.placedAt - a.placedAt,
  );

const done = { pending: undefined };

const one = (card: OrderCard): Plan => ({
  decision: 'order-status',
  confidence: 1,
  source: card.number,
  steps: [{ step: 'order', card, brief: false }],
  state: { ...done, order: card.id },
  used: ['order.status'],
});

/** Tells what the shop answered about orders. */
export function tellOrders(result: ToolResult, number: string | undefined): Plan {
  const base = { decision: 'order-status', confidence: 1, state: done, used: ['order.status'] };
  if ('error' in result) {
    if (result.error === 'not-found') return { ...base, steps: [{ step: 'line', line: 'orderNotFound' }] };
    if (result.error === 'not-signed-in') return { ...base, steps: [{ step: 'sign-in' }] };
    return { ...base, failed: true, steps: [{ step: 'line', line: 'ordersFailed', person: true }] };
  }
  if ('order' in result && result.order) return one(result.order);
  const orders = openFirst('orders' in result ? result.orders : []);
  if (number !== undefined) {
    const named = orders.find((order) => sameNumber(number, order.number) || order.id === number);
    return named ? one(named) : { ...base, steps: [{ step: 'line', line: 'orderNotFound', person: true }] };
  }
  const [first] = orders;
  if (!first) return { ...base, steps: [{ step: 'line', line: 'noOrders' }] };
  if (orders.length === 1) return one(first);
  return { ...base, steps: [{ step: 'orders', cards: orders.slice(0, 12), line: 'whichOrder' }] };
}
