import { expect, test } from 'vitest';
import { maskIn, maskNumbers, veil } from '../src/privacy/mask-numbers.ts';
import { event } from './made-up.ts';

test('cards and identity numbers show their last four, however they are written', () => {
  for (const [text, masked] of [
    ['卡号6217000010001234569，谢谢', '卡号•••••••••••••••4569，谢谢'],
    ['my card is 4111 1111 1111 1111', 'my card is •••• •••• •••• 1111'],
    ['5500-0000-0000-0004', '••••-••••-••••-0004'],
    ['３７８２８２２４６３１０００５', '•••••••••••０００５'],
    ['身份证 11010519491231002X', '身份证 ••••••••••••••002X'],
    ['身份证 11010519491231002x。', '身份证 ••••••••••••••002x。'],
    ['SSN 078-05-1120', 'SSN •••-••-1120'],
  ] as const)
    expect(maskNumbers(text)).toBe(masked);
});

test('what is no such number stays: waybills, orders, phones, check digits that do not fit', () => {
  for (const text of [
    'SF1234567890123',
    '订单 20261121000000123',
    '13800000001',
    '4111 1111 1111 1112',
    '110105194912310021',
    '110105194913310021',
    '2026-11-22 01:12:32',
    '1795190400000',
  ])
    expect(maskNumbers(text)).toBe(text);
});

test('of an event what people wrote is masked, what names something else is not, and what has nothing to hide is the same object', () => {
  const card = '4111111111111111';
  const said = event(1, 'a', {
    body: { text: card, about: { product: card }, reply: { to: 1, values: { note: card } } },
  });
  expect(veil(said).body).toEqual({
    text: '••••••••••••1111',
    about: { product: card },
    reply: { to: 1, values: { note: '••••••••••••1111' } },
  });
  expect(said.body['text']).toBe(card);
  const plain = event(1, 'a', { body: { text: '你好', answers: { a: ['b'] } } });
  expect(veil(plain)).toBe(plain);
  expect(maskIn({ fields: { account: card }, facts: [{ text: card }] })).toEqual({
    fields: { account: card },
    facts: [{ text: '••••••••••••1111' }],
  });
});
