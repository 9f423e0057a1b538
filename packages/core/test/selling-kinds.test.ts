import { type Content, fallback, mayAppend, readContent } from '@xiaoer/core/protocol';
import { describe, expect, test } from 'vitest';

const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const duvet = { id: 'duvet', title: 'Wool duvet', price: yuan(89_900) };
const silk = { id: 'silk', title: 'Silk duvet', price: yuan(96_800) };

const promotion = {
  title: 'With your coupons',
  steps: [
    { kind: 'sum', label: '3 items', amount: yuan(112_600) },
    { kind: 'off', label: 'Winter week', amount: yuan(-10_000) },
    { kind: 'unused', label: 'Member 5 %', amount: yuan(-5_000), why: 'not with coupons' },
  ],
  total: yuan(102_600),
};
const advice = {
  asks: [{ name: 'height', unit: 'cm' }],
  columns: ['Height'],
  rows: [{ size: 'M', cells: ['165–175'], fits: { height: [165, 175] } }],
};
const comparison = {
  items: [duvet, silk],
  rows: [{ label: 'Weight', values: ['3.2 kg', ''], better: [0] }],
  verdict: 'No heating: the wool.',
};
const goingBack = {
  order: 'o1',
  number: '2206-1170',
  items: [{ id: 'l1', title: 'Teapot', quantity: 1, refund: yuan(26_800) }],
  reasons: [{ value: 'broken', label: 'Broken', parcel: 'shop', pictures: true }],
};
const shipment = {
  order: 'o1',
  carrier: 'SF',
  number: '1409',
  scans: [{ at: 1, text: 'Left Xi’an' }],
  anomaly: 'No scan for 3 days',
  offers: [{ label: 'Take ¥20 off', value: 'off' }],
};

const kindOf = (kind: string, body: object) => readContent({ kind, body: { ...body } }).kind;
const told = (kind: string, body: object) => fallback(readContent({ kind, body: { ...body } }));

describe('what is read', () => {
  test.each([
    ['promotion', promotion],
    ['size-advice', advice],
    ['comparison', comparison],
    ['return', goingBack],
    ['shipment', shipment],
  ])('%s, with unknown fields', (kind, body) => {
    expect(kindOf(kind, { ...body, later: 1 })).toBe(kind);
  });

  test('a promotion whose total is not the sum of its steps, mixes currencies or adds what it takes off is not', () => {
    const { steps } = promotion;
    const bad = [
      { ...promotion, total: yuan(102_500) },
      { ...promotion, total: { amount: 102_600, currency: 'USD' } },
      { steps: [steps[0], { kind: 'off', label: 'x', amount: yuan(10_000) }], total: yuan(122_600) },
      { ...promotion, steps: [] },
    ];
    expect(bad.map((body) => kindOf('promotion', body))).toEqual(bad.map(() => 'unknown'));
  });

  test('a range that ends before it begins, and a table without sizes, is not', () => {
    const upside = { ...advice, rows: [{ size: 'M', cells: [], fits: { height: [175, 165] } }] };
    const half = { ...advice, rows: [{ size: 'M', cells: [], fits: { height: [165] } }] };
    expect([upside, half, { ...advice, rows: [] }].map((body) => kindOf('size-advice', body))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('a comparison of one or of five is not', () => {
    const five = [duvet, silk, duvet, silk, duvet];
    expect(kindOf('comparison', { ...comparison, items: [duvet] })).toBe('unknown');
    expect(kindOf('comparison', { ...comparison, items: five })).toBe('unknown');
  });

  test('a return with nothing to send back is not', () => {
    expect(kindOf('return', { ...goingBack, items: [] })).toBe('unknown');
    expect(kindOf('return', { ...goingBack, items: [{ ...goingBack.items[0], image: 'javascript:alert(1)' }] })).toBe(
      'unknown',
    );
  });
});

test('they are told in plain text', () => {
  expect(told('promotion', promotion)).toBe(
    'With your coupons\n3 items: CNY 1126.00\nWinter week: CNY -100.00\nMember 5 %: CNY -50.00 · not with coupons\n= CNY 1026.00',
  );
  expect(told('size-advice', advice)).toBe('Height\nM: 165–175');
  expect(told('comparison', comparison)).toBe(
    '1. Wool duvet · CNY 899.00\n2. Silk duvet · CNY 968.00\nWeight: 3.2 kg / –\nNo heating: the wool.',
  );
  expect(told('return', goingBack)).toBe('2206-1170\n- Teapot × 1 · CNY 268.00\n1. Broken');
  expect(told('shipment', shipment)).toBe('SF 1409\nNo scan for 3 days\nLeft Xi’an\n1. Take ¥20 off');
});

test('agents send them, shoppers do not', () => {
  for (const [kind, body] of [
    ['promotion', promotion],
    ['size-advice', advice],
    ['comparison', comparison],
    ['return', goingBack],
  ] as const) {
    const content = { kind, body } as unknown as Content;
    expect([mayAppend('agent', content), mayAppend('shopper', content)]).toEqual([true, false]);
  }
});
