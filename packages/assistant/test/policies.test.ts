import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type Policies, turn } from '../src/index.ts';

const shop = (policies: Policies) =>
  buildKnowledge({
    shop: { id: 'inn', name: 'Inn', locales: ['zh-CN', 'en'], policies },
    products: [],
    answers: [{ id: 'hours', question: '几点开门', answer: '九点。' }],
  });

const ask = (text: string, policies: Policies) => {
  const { replies, trace } = turn(
    INITIAL_STATE,
    { kind: 'message', text, locale: 'zh-CN', shopper: { signedIn: false }, at: 0 },
    shop(policies),
  );
  return { decision: trace.decision, said: JSON.stringify(replies) };
};

test('what the shop promises is told from its fields, in the language of the question', () => {
  const policies: Policies = {
    returnDays: 7,
    freeReturns: false,
    shippingFee: { amount: 1000, currency: 'CNY' },
    freeShippingFrom: { amount: 9900, currency: 'CNY' },
    warrantyMonths: 1,
  };
  expect(ask('可以退货吗', policies).said).toContain('7天内可以退货。退货运费由买家承担。');
  expect(ask('运费怎么算', policies).said).toContain('运费¥10。满¥99包邮。');
  expect(ask('what is your return policy', policies)).toMatchObject({ decision: 'answer' });
  expect(ask('what is your return policy', policies).said).toContain('within 7 days. Sending a return is paid by');
  expect(ask('how long is the warranty', policies).said).toContain('The warranty is 1 month.');
});

test('a promise that is not filled in is said to be unknown, and 0 is no silence', () => {
  expect(ask('可以退货吗', {}).decision).toBe('topic-unknown');
  expect(ask('可以退货吗', { invoices: true }).decision).toBe('topic-unknown');
  expect(ask('可以退货吗', { returnDays: 0 }).said).toContain('小店不接受退货。');
  expect(ask('how much is shipping', { shippingFee: { amount: 0, currency: 'CNY' } }).said).toContain(
    'Delivery is free.',
  );
});
