import { buildKnowledge } from '../src/index.ts';
import { DELIVERED, PACKED, PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const policies = { returnDays: 30, warrantyMonths: 12, priceProtectionDays: 7 };
/** The fixture with what the shop promises. */
export const knowledge = buildKnowledge({ ...FIXTURE, shop: { ...FIXTURE.shop, policies } });
/** Placed on 14 November 2026; every other time is counted from there. */
export const { placedAt } = DELIVERED;
/** A day in milliseconds. */
export const DAY = 86_400_000;
/** What is paid back. */
export const money = { amount: 2_000, currency: 'CNY' };

/** A shop that carries everything out, in a conversation that begins `days` after the last order. */
export function shop(locale: string, days = 3, tools: NonNullable<Parameters<typeof createTalk>[1]>['tools'] = {}) {
  const talk = createTalk(knowledge, {
    locale,
    orders: [SHIPPED, PAID, PACKED, DELIVERED],
    tools: {
      'orders.change-items': () => ({ order: PAID }),
      'orders.urge': () => ({ order: SHIPPED }),
      'orders.return': () => ({ order: { ...DELIVERED, status: 'returning' } }),
      'orders.exchange': () => ({}),
      'refunds.get': () => ({ values: { amount: money, dueAt: placedAt + 9 * DAY } }),
      'orders.protect-price': () => ({ values: { amount: money } }),
      'orders.invoice': () => ({}),
      'orders.report': () => ({}),
      'warranty.claim': () => ({}),
      'installation.book': () => ({}),
      ...tools,
    },
  });
  talk.wait(placedAt + days * DAY);
  return talk;
}

/** A flow that was begun by its button. */
export const begun = (id: string, locale = 'en', days = 3) => shop(locale, days).say('…', { value: `begin:${id}` });
