import { expect, test } from 'vitest';
import { readMapping } from '../src/shops/mapping.ts';

const mapping = (policies: unknown) =>
  JSON.stringify({ shop: { id: 'inn', name: 'Inn', locales: ['en'], currency: 'CNY', policies } });

test('what the shop promises is read from its mapping; a wrong value is named with its place', () => {
  const policies = { returnDays: 7, shippingFee: { amount: 1000, currency: 'CNY' }, invoices: true };
  expect(readMapping(mapping(policies), 'mapping.json').shop.policies).toEqual(policies);
  const wrong = (value: unknown) => () => readMapping(mapping(value), 'mapping.json');
  expect(wrong({ returnDays: -1 })).toThrow(/shop\.policies\.returnDays: use 0 or more/);
  expect(wrong({ returnDays: 'seven' })).toThrow(/shop\.policies\.returnDays/);
  expect(wrong({ shippingFee: { amount: 9.5, currency: 'CNY' } })).toThrow(
    /shippingFee\.amount: use whole minor units/,
  );
  expect(wrong({ returnDay: 7 })).toThrow(/returnDay/);
});
