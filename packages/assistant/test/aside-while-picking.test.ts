import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { PACKED, PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

test('an answer while an order is to be picked is followed by the picker itself', () => {
  const talk = createTalk(buildKnowledge(FIXTURE), { orders: [PAID, PACKED, SHIPPED] })
    .say('我要改地址')
    .say('运费怎么算');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 我要改地址
      flow …
        ? orders.list
      flow
        orders 要改哪一单的地址？ [o-3 | o-2]
    > 运费怎么算
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
        ? orders.list
      flow
        orders 要改哪一单的地址？ [o-3 | o-2]"
  `);
});

test('the trace of what a port answered names the task and the orders', () => {
  const { last } = createTalk(buildKnowledge(FIXTURE), { orders: [PAID, PACKED, SHIPPED] }).say('我的订单到哪了');
  expect(last?.trace.candidates.map(({ kind, id }) => `${kind} ${id}`)).toMatchInlineSnapshot(`
    [
      "intent order.status",
      "order o-3",
      "order o-2",
      "order o-1",
    ]
  `);
});
