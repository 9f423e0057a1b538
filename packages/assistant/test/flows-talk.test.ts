import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { DELIVERED, PACKED, PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);
const tools = { 'orders.cancel': () => ({ order: { ...PAID, status: 'cancelled' } }), 'orders.invoice': () => ({}) };

test('what the shop cannot do is said, and goes to a person with what was filled in; nothing is called', () => {
  const talk = createTalk(knowledge, { orders: [PAID] })
    .say('帮我取消订单')
    .press('set:reason:price');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 帮我取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 价格不合适
      handoff
        text 这件事我这里办不了，不敢说办好了。您说的我都记下，转给店里的人来办：
        text - 订单: HH-2026-1002
    - 原因: 价格不合适
        ! guard"
  `);
  expect(talk.calls.map(({ tool }) => tool)).toEqual(['orders.list']);
  expect(talk.last?.trace.understood?.slice(0, 2)).toEqual(['订单: HH-2026-1002', '原因: 价格不合适']);
});

test('a question in between is answered and the pending one comes again; a new task asks which goes on', () => {
  const talk = createTalk(knowledge, { locale: 'en', orders: [PAID, PACKED], tools })
    .say('please cancel my order')
    .press('o-2')
    .say('how much is shipping?')
    .say('I need to change my address')
    .press('flow:switch')
    .say('o-3', { value: 'o-3' })
    .say('cancel')
    .press('flow:resume')
    .say('I ordered it by mistake')
    .say('yes');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> please cancel my order
      flow …
        ? orders.list
      flow
        orders Which order shall be cancelled? [o-3 | o-2]
    > HH-2026-1002
      flow …
        ? orders.list
      flow
        choices Order HH-2026-1002, then. May I ask why? [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > how much is shipping?
      answer
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
        choices Order HH-2026-1002, then. May I ask why? [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > I need to change my address
      flow
        choices We have not finished cancelling an order. Shall we finish that first, or go on to changing the address of an order? [flow:finish | flow:switch]
    > Go on to that
      flow …
        ? orders.list
      flow
        orders Which order should go to another address? [o-3 | o-2]
    > o-3
      flow …
        ? orders.list
      flow
        text Order HH-2026-1003, then. What is the new address? Street, number, city and postcode in one message, and the phone number if it changes.
    > cancel
      flow
        text All right, the address stays as it was.
        choices We had not finished cancelling an order. Shall we go on with it? [flow:resume | flow:drop]
    > Yes, go on
      flow
        choices Order HH-2026-1002, then. May I ask why? [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > I ordered it by mistake
      flow
        choices Cancel order HH-2026-1002 (¥680); reason: Ordered by mistake. Shall I cancel it? [flow:yes:755ff57c | flow:no]
    > yes
      flow …
        ? orders.cancel cancel-order:1000:d0754fd29d3ddbc7
      flow
        text Order HH-2026-1002 is cancelled. What you paid goes back the way it came.
        order o-2"
  `);
});

test('the first task is finished first when the shopper says so, and a task is not lost to a word about goods', () => {
  const talk = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('改地址')
    .say('先办完这个')
    .say('太贵了')
    .say('好的');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 改地址
      flow
        choices 「取消订单」还没办完。先把它办完，还是先办「改收货地址」？ [flow:finish | flow:switch]
    > 先办完这个
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 太贵了
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：价格不合适。确认取消吗？ [flow:yes:d3625e05 | flow:no]
    > 好的
      flow …
        ? orders.cancel cancel-order:1000:12e0eec7bdd80036
      flow
        text 订单 HH-2026-1002 已取消。付过的钱按原路退回。
        order o-2"
  `);
});

test('back, again, and a correction before the yes; the button of an earlier question agrees to nothing', () => {
  const talk = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('拍错了');
  const old =
    talk.last?.replies.flatMap((reply) => (reply.kind === 'choices' ? reply.body.options : []))[0]?.value ?? '';
  talk
    .say('再说一遍')
    .say('不对，是价格不合适')
    .say('确认', { value: old })
    .say('上一步')
    .say('不需要了')
    .press('flow:yes');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 拍错了
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：拍错了。确认取消吗？ [flow:yes:755ff57c | flow:no]
    > 再说一遍
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：拍错了。确认取消吗？ [flow:yes:755ff57c | flow:no]
    > 不对，是价格不合适
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：价格不合适。确认取消吗？ [flow:yes:d3625e05 | flow:no]
    > 确认
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：价格不合适。确认取消吗？ [flow:yes:d3625e05 | flow:no]
    > 上一步
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 不需要了
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：不想要了。确认取消吗？ [flow:yes:ed820a29 | flow:no]
    > 确认
      flow …
        ? orders.cancel cancel-order:1000:bc9e4423494f24fc
      flow
        text 订单 HH-2026-1002 已取消。付过的钱按原路退回。
        order o-2"
  `);
  expect(talk.calls.at(-1)).toMatchObject({ task: 'orders.cancel', args: { order: 'o-2', reason: 'not-wanted' } });
});

test('no after the question keeps everything, and a person is there in every state', () => {
  const no = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('拍错了')
    .press('flow:no');
  const asked = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('转人工');
  const confirming = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('拍错了')
    .say('我要找真人客服');
  expect([...no.log, '', ...asked.log, '', ...confirming.log].join('\n')).toMatchInlineSnapshot(`
    "> 取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 拍错了
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：拍错了。确认取消吗？ [flow:yes:755ff57c | flow:no]
    > 不，先不要
      flow
        text 好的，订单不取消，照常处理。

    > 取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 转人工
      handoff
        text 好的，我去请人。
        text - 订单: HH-2026-1002
        ! wish

    > 取消订单
      flow …
        ? orders.list
      flow
        choices 好的，订单 HH-2026-1002。方便说一下为什么取消吗？ [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > 拍错了
      flow
        choices 取消订单 HH-2026-1002（¥680），原因：拍错了。确认取消吗？ [flow:yes:755ff57c | flow:no]
    > 我要找真人客服
      handoff
        text 好的，我去请人。
        text - 订单: HH-2026-1002
    - 原因: 拍错了
        ! wish"
  `);
  for (const talk of [no, asked, confirming]) {
    expect(talk.calls.filter((call) => 'key' in call)).toEqual([]);
    expect(talk.state.flow).toBeUndefined();
  }
});

test('a yes of the next day agrees to nothing', () => {
  const talk = createTalk(knowledge, { orders: [PAID], tools })
    .say('取消订单')
    .say('拍错了')
    .say('是的', { after: 86_400_000 });
  expect(talk.calls.filter((call) => 'key' in call)).toEqual([]);
  expect(talk.state.flow).toBeUndefined();
});

test('a turn whose answer was lost asks under the same key', () => {
  let lost = true;
  const write = {
    'orders.cancel': () => {
      if (lost) throw new Error('the process died');
      return { order: { ...PAID, status: 'cancelled' } };
    },
  };
  const talk = createTalk(knowledge, { orders: [PAID], tools: write })
    .say('取消订单')
    .say('拍错了');
  expect(() => talk.say('是的')).toThrow('the process died');
  lost = false;
  talk.say('是的');
  const keys = talk.calls.flatMap((call) => ('key' in call ? [call.key] : []));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('what a shop refuses is told as it is', () => {
  const late = createTalk(knowledge, { orders: [PAID], tools: { 'orders.cancel': () => ({ error: 'too-late' }) } })
    .say('取消订单')
    .say('拍错了')
    .say('是的');
  const odd = createTalk(knowledge, { orders: [PAID], tools: { 'orders.cancel': () => ({ error: 'E77' }) } })
    .say('取消订单')
    .say('拍错了')
    .say('是的');
  const gone = createTalk(knowledge, { orders: [SHIPPED, DELIVERED], tools }).say('取消订单');
  expect([late.log.at(-1), odd.log.at(-1), gone.log.at(-1)].join('\n')).toMatchInlineSnapshot(`
    "    choices 没取消成：订单 HH-2026-1002 已经发出。可以拒收，或者收到后退货。 [human]
        choices 没取消成：订单系统没有接受。订单 HH-2026-1002 还是原样，可以请人来看看。 [human]
        choices 您名下没有还能取消的订单：已发出的，可以拒收或者收到后退货。 [human]"
  `);
});

test('a visitor signs in first, whatever the task; the flow that was open stays', () => {
  const talk = createTalk(knowledge, { signedIn: false }).say('取消订单');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 取消订单
      sign-in
        choices 要取消订单，请先在页面上登录，登录后再跟我说一声就好。 [human]"
  `);
});
