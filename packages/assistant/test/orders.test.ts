import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { DELIVERED, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

test('several orders: a picker with what is under way first; a number, a picked one and a button tell one', () => {
  const talk = createTalk(knowledge, { orders: [DELIVERED, SHIPPED] })
    .say('我的快递到哪了')
    .say('HH-2026-1001', { value: 'o-1' })
    .say('订单 HH-2026-1004 到哪了')
    .say('订单 9999999 到哪了')
    .say('查物流', { value: 'track', order: 'o-1' });
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 我的快递到哪了
      order-status …
        ? orders.list
      order-status
        orders 您问的是哪一单？ [o-1 | o-4]
    > HH-2026-1001
      order-status …
        ? orders.get
      order-status
        order o-1 订单 HH-2026-1001 在路上了，顺丰 SF1001，最新：到达杭州，预计11月15日到。
    > 订单 HH-2026-1004 到哪了
      order-status …
        ? orders.list
      order-status
        order o-4 订单 HH-2026-1004 已送达。
    > 订单 9999999 到哪了
      order-status …
        ? orders.list
      order-status
        choices 在您名下没有找到这个订单号，请核对一下。 [human]
    > 查物流
      order-status …
        ? orders.get
      order-status
        order o-1 订单 HH-2026-1001 在路上了，顺丰 SF1001，最新：到达杭州，预计11月15日到。"
  `);
});

test('one order is told at once; none is said; a visitor is asked to sign in and for nothing else', () => {
  const one = createTalk(knowledge, { locale: 'en', orders: [SHIPPED] }).say('where is my order');
  const none = createTalk(knowledge, { locale: 'en' }).say('track my package');
  const visitor = createTalk(knowledge, { locale: 'en', signedIn: false }).say('where is my order');
  expect([...one.log, '', ...none.log, '', ...visitor.log].join('\n')).toMatchInlineSnapshot(`
    "> where is my order
      order-status …
        ? orders.list
      order-status
        order o-1 Order HH-2026-1001 is on its way, 顺丰 SF1001. Latest: 到达杭州. Expected 15 November.

    > track my package
      order-status …
        ? orders.list
      order-status
        text There are no orders under your name yet.

    > where is my order
      sign-in
        choices To look up an order, please sign in on this page first and ask me again; if you cannot, a person can help. [human]"
  `);
});

test('what the assistant cannot do it says, and offers a person', () => {
  const talk = createTalk(knowledge, { orders: [SHIPPED] })
    .say('帮我取消订单')
    .say('取消', { value: 'cancel', order: 'o-1' });
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 帮我取消订单
      flow …
        ? orders.list
      flow
        choices 您名下没有还能取消的订单：已发出的，可以拒收或者收到后退货。 [human]
    > 取消
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1001 已发出，取消不了了：可以拒收，或者收到后退货。 [human]"
  `);
});
