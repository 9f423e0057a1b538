import type { OrderCard, OrderStatus } from '@xiaoer/core/protocol';

const DAY = 86_400_000;
/** 10 November 2026, noon in UTC: the same day in every time zone of the tests. */
const PLACED = 1_794_312_000_000;

const order = (n: number, status: OrderStatus, more: Partial<OrderCard> = {}): OrderCard => ({
  id: `o-${n}`,
  number: `HH-2026-${1000 + n}`,
  placedAt: PLACED + n * DAY,
  status,
  lines: [{ title: '山谷羊毛被', quantity: 1, price: { amount: 68_000, currency: 'CNY' } }],
  total: { amount: 68_000, currency: 'CNY' },
  address: { text: '杭州市西湖区文三路 1 号', name: '林', phone: '13800000000' },
  ...more,
});

/** On its way, due on 15 November. */
export const SHIPPED = order(1, 'shipped', {
  parcel: { carrier: '顺丰', number: 'SF1001', last: '到达杭州' },
  steps: [
    { status: 'shipped', state: 'now', at: PLACED + 3 * DAY },
    { status: 'delivered', state: 'todo', at: PLACED + 5 * DAY },
  ],
});
export const PAID = order(2, 'paid');
export const PACKED = order(3, 'packed');
export const DELIVERED = order(4, 'delivered');
