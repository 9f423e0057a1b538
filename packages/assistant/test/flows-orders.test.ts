import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { DELIVERED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { begun, DAY, knowledge, money, placedAt } from './flows-shop.ts';
import { createTalk } from './timeline.ts';

test('change items: only what is not packed, in the shopper’s own words', () => {
  const talk = begun('change-items').say('the mug in green instead of blue, please').say('yes');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        text Order HH-2026-1002: what should change? Another colour or size, one more, one less …
    > the mug in green instead of blue, please
      flow
        choices Order HH-2026-1002, to be changed: the mug in green instead of blue, please. Is that right? [flow:yes:b55d2baa | flow:no]
    > yes
      flow …
        ? orders.change-items change-items:1794916801000:2d236c20f10bab43
      flow
        text Done: order HH-2026-1002, the mug in green instead of blue, please.
        order o-2"
  `);
});

test('urge', () => {
  expect(begun('urge-order', 'zh-CN').press('o-1').say('好').log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        orders 要催哪一单？ [o-3 | o-2 | o-1]
    > HH-2026-1001
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1001 现在已发出。我帮您催一下，好吗？ [flow:yes:e414f0fd | flow:no]
    > 好
      flow …
        ? orders.urge urge-order:1794916801000:7e227b1eca90cc69
      flow
        text 催过了，订单 HH-2026-1001 记为加急。
        order o-1"
  `);
});

test('return: within the days that the shop promises, with pictures of what is broken', () => {
  const talk = begun('return-order')
    .say('it arrived broken')
    .say('[image]', { pictures: ['u-7', 'u-8'] })
    .press('flow:yes');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        choices Order HH-2026-1004: why does it go back? [set:reason:not-wanted | set:reason:size | set:reason:damaged | set:reason:wrong | set:reason:other]
    > it arrived broken
      flow
        choices Please send pictures that show the problem, or say “no pictures”. [set:pictures:none]
    > [image]
      flow
        choices A return of order HH-2026-1004 (¥680); reason: Damaged or faulty. Shall I ask for it? [flow:yes:e8a6f776 | flow:no]
    > Yes
      flow …
        ? orders.return return-order:1794916801000:94668e376579242c
      flow
        text The return of order HH-2026-1004 has been asked for.
        order o-4"
  `);
  expect(talk.calls.at(-1)).toMatchObject({ args: { order: 'o-4', reason: 'damaged', pictures: ['u-7', 'u-8'] } });
});

test('return: too late, and a shop that takes nothing back', () => {
  const none = buildKnowledge({ ...FIXTURE, shop: { ...FIXTURE.shop, policies: { returnDays: 0 } } });
  const never = createTalk(none, { orders: [DELIVERED] }).say('…', { value: 'begin:return-order' });
  expect([begun('return-order', 'zh-CN', 31).log.at(-1), never.log.at(-1)].join('\n')).toMatchInlineSnapshot(`
    "    choices 订单 HH-2026-1004 已经过了可以退货的时间。有特殊情况，可以请人来看。 [human]
        choices 订单 HH-2026-1004 的商品，店里写明不接受退货。东西有问题的话，可以请人来处理。 [human]"
  `);
});

test('exchange', () => {
  const talk = begun('exchange-item', 'zh-CN').say('被子换成 1.8 米的').say('尺码小了').say('确认');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        text 订单 HH-2026-1004，哪一件要换，换成什么？
    > 被子换成 1.8 米的
      flow
        choices 为什么要换？ [set:reason:not-wanted | set:reason:size | set:reason:damaged | set:reason:wrong | set:reason:other]
    > 尺码小了
      flow
        choices 换货：订单 HH-2026-1004，被子换成 1.8 米的，原因：尺寸不合适。确认申请吗？ [flow:yes:00f615e9 | flow:no]
    > 确认
      flow …
        ? orders.exchange exchange-item:1794916801000:66885117edacce04
      flow
        text 订单 HH-2026-1004 的换货已申请：被子换成 1.8 米的。"
  `);
});

test('refund status: what the shop says, or that it is not known here', () => {
  const told = createTalk(knowledge, {
    orders: [{ ...DELIVERED, status: 'returning' }],
    tools: { 'refunds.get': () => ({ values: { amount: money, dueAt: placedAt + 9 * DAY } }) },
  }).say('…', { value: 'begin:refund-status' });
  const unknown = createTalk(knowledge, { orders: [{ ...DELIVERED, status: 'returning' }] }).say('…', {
    value: 'begin:refund-status',
  });
  expect([...told.log, '', ...unknown.log].join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow …
        ? refunds.get
      flow
        text 订单 HH-2026-1004 的退款 ¥20 在处理中，预计11月23日到账。

    > …
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1004 退货中；退款走到哪一步，我这里查不到，不敢乱说。可以请人来查。 [human]"
  `);
});

test('price protection: within the days that are promised, after a yes', () => {
  const talk = begun('price-protection').press('o-2').say('yes, please');
  const late = begun('price-protection', 'en', 30).press('o-2');
  expect([...talk.log, '', late.log.at(-1)].join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        orders Which order is it about? [o-3 | o-2 | o-1 | o-4]
    > HH-2026-1002
      flow …
        ? orders.list
      flow
        choices Ask for price protection on order HH-2026-1002 (¥680), so that any difference is paid back? [flow:yes:55443f99 | flow:no]
    > yes, please
      flow …
        ? orders.protect-price price-protection:1794916801000:d1f1832fd555c8c2
      flow
        text The difference of ¥20 on order HH-2026-1002 goes back the way you paid.

        choices The 7 days of price protection for order HH-2026-1002 are over. [human]"
  `);
});

test('invoice for a company: the tax number is checked, the e-mail too', () => {
  const talk = begun('invoice', 'zh-CN')
    .press('o-2')
    .say('公司')
    .say('山居文化有限公司')
    .say('不知道')
    .say('91330100MA2AXXXX1K')
    .say('发到 lin@example')
    .say('lin@example.com')
    .say('对');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        orders 要给哪一单开发票？ [o-3 | o-2 | o-1 | o-4]
    > HH-2026-1002
      flow …
        ? orders.list
      flow
        choices 发票开给个人，还是公司？ [set:kind:personal | set:kind:company]
    > 公司
      flow
        text 发票抬头写什么？
    > 山居文化有限公司
      flow
        text 公司税号是多少？
    > 不知道
      flow
        text 税号是 8 到 20 位的数字和字母，请核对一下。
    > 91330100MA2AXXXX1K
      flow
        text 电子发票发到哪个邮箱？
    > 发到 lin@example
      flow
        text 这不像邮箱地址，请再写一次。
    > lin@example.com
      flow
        choices 订单 HH-2026-1002 开公司发票：山居文化有限公司，税号 91330100MA2AXXXX1K，发到 lin@example.com。确认吗？ [flow:yes:8d68209a | flow:no]
    > 对
      flow …
        ? orders.invoice invoice:1794916801000:a24d4a14ca484df7
      flow
        text 发票已申请，开好后发到 lin@example.com。"
  `);
});

test.each(['missing', 'wrong', 'damaged'])('a %s item, with pictures or without', (problem) => {
  const talk = begun('item-problem')
    .press(`set:problem:${problem}`)
    .press('o-4')
    .say('the wool duvet')
    .say(problem === 'missing' ? 'no pictures' : '[image]', problem === 'missing' ? {} : { pictures: ['u-1'] })
    .say('send me a new one')
    .say('yes');
  expect(talk.calls.at(-1)).toMatchObject({
    task: 'orders.report',
    args: {
      order: 'o-4',
      problem,
      what: 'the wool duvet',
      wish: 'replace',
      pictures: problem === 'missing' ? [] : ['u-1'],
    },
  });
  expect(talk.log.at(-1)).toContain('It is reported, order HH-2026-1004.');
});
