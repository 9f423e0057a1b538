// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import type { OrderCard } from '@xiaoer/core/protocol';
import { expect, it } from 'vitest';
import { drawn, id, NOW, settled, waiting } from './stage.tsx';

const ORDER: OrderCard = {
  id: 'o1',
  number: 'N1',
  status: 'paid',
  placedAt: NOW - 60_000,
  lines: [{ title: 'Silk quilt', quantity: 1 }],
  total: { amount: 89_900, currency: 'CNY' },
};

it('asks for the orders again when a visitor signs in', async () => {
  const asked: string[] = [];
  const { desk, inbox, page } = drawn([waiting('Mei', 30)], {
    orders: async (conversation) => {
      asked.push(conversation);
      return asked.length > 1 ? [ORDER] : [];
    },
  });
  const shown = () => [...page.container.querySelectorAll('.order-number')].map((each) => each.textContent);
  await act(async () => desk.select(id('Mei')));
  await settled();
  expect([asked.length, shown()]).toEqual([1, []]);
  await act(async () => {
    inbox.value = [waiting('Mei', 31)];
  });
  await settled();
  expect(asked.length).toBe(1);
  await act(async () => {
    inbox.value = [waiting('Mei', 32, { shopper: { role: 'shopper', id: 'account-mei', name: 'Mei' } })];
  });
  await settled();
  expect([asked.length, shown()]).toEqual([2, ['N1']]);
});
