import { expect, test } from 'vitest';
import { createFlows } from '../src/flows/engine.ts';
import { buildKnowledge, turn } from '../src/index.ts';
import { DELIVERED, PACKED, PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);
type Talk = ReturnType<typeof createTalk>;

const NEW = '上海市徐汇区漕溪北路 88 号 3 幢 502 室，电话 13900001111';

test('picks an order that has not left, answers a question in between, confirms, changes once', () => {
  const talk = createTalk(knowledge, { orders: [SHIPPED, PAID, PACKED] })
    .say('我要改地址')
    .say('HH-2026-1002', { value: 'o-2' })
    .say('运费怎么算')
    .say('随便')
    .say(NEW)
    .press('flow:yes');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 我要改地址
      flow …
        ? orders.list
      flow
        orders 要改哪一单的地址？ [o-3 | o-2]
    > HH-2026-1002
      flow …
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 运费怎么算
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 随便
      flow
        text 这不太像完整的地址。请写上省市区、街道和门牌号，或者说「取消」。
    > 上海市徐汇区漕溪北路 88 号 3 幢 502 室，电话 13900001111
      flow
        choices 订单 HH-2026-1002 改寄到：
    上海市徐汇区漕溪北路 88 号 3 幢 502 室 · 林 · 13900001111
    确认改吗？ [flow:yes:17c56094 | flow:no]
    > 确认
      flow …
        ? orders.change-address change-address:1000:4de585533045d59c
      flow
        text 改好了，订单 HH-2026-1002 会寄到：上海市徐汇区漕溪北路 88 号 3 幢 502 室 · 林 · 13900001111
        order o-2"
  `);
  expect(talk.calls.at(-1)).toMatchObject({
    args: {
      order: 'o-2',
      address: { text: '上海市徐汇区漕溪北路 88 号 3 幢 502 室', name: '林', phone: '13900001111' },
    },
  });
  expect(talk.state.flow).toBeUndefined();
});

test('an address in the first sentence is not asked for again; another one before the yes replaces it', () => {
  const talk = createTalk(knowledge, { orders: [PAID] })
    .say('改收货地址，改到杭州市滨江区江南大道 100 号')
    .say('不对，是杭州市滨江区江南大道 101 号')
    .say('是的');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 改收货地址，改到杭州市滨江区江南大道 100 号
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1002 改寄到：
    杭州市滨江区江南大道 100 号 · 林 · 13800000000
    确认改吗？ [flow:yes:eaf40513 | flow:no]
    > 不对，是杭州市滨江区江南大道 101 号
      flow
        choices 订单 HH-2026-1002 改寄到：
    杭州市滨江区江南大道 101 号 · 林 · 13800000000
    确认改吗？ [flow:yes:75f41658 | flow:no]
    > 是的
      flow …
        ? orders.change-address change-address:1000:07b7ccebfcd34f8a
      flow
        text 改好了，订单 HH-2026-1002 会寄到：杭州市滨江区江南大道 101 号 · 林 · 13800000000
        order o-2"
  `);
});

test('cancel, no, and a person work at every step; nothing is changed', () => {
  const asked = createTalk(knowledge, { orders: [PAID] })
    .say('地址填错了')
    .say('算了不改了');
  const confirming = createTalk(knowledge, { orders: [PAID] })
    .say('地址填错了')
    .say(NEW)
    .say('不');
  const person = createTalk(knowledge, { orders: [PAID] })
    .say('改地址')
    .say('转人工');
  expect([...asked.log, '', ...confirming.log, '', ...person.log].join('\n')).toMatchInlineSnapshot(`
    "> 地址填错了
      flow …
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 算了不改了
      flow
        text 好的，地址不改，还是原来的。

    > 地址填错了
      flow …
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 上海市徐汇区漕溪北路 88 号 3 幢 502 室，电话 13900001111
      flow
        choices 订单 HH-2026-1002 改寄到：
    上海市徐汇区漕溪北路 88 号 3 幢 502 室 · 林 · 13900001111
    确认改吗？ [flow:yes:17c56094 | flow:no]
    > 不
      flow
        text 好的，地址不改，还是原来的。

    > 改地址
      flow …
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 转人工
      handoff
        text 好的，我去请人。
        text - 订单: HH-2026-1002
        ! wish"
  `);
  for (const talk of [asked, confirming, person]) {
    expect(talk.calls.map(({ tool }) => tool)).toEqual(['orders.list']);
    expect(talk.state.flow).toBeUndefined();
  }
});

test('a question at the confirmation is no yes', () => {
  const talk = createTalk(knowledge, { orders: [PAID] })
    .say('改地址')
    .say(NEW)
    .say('可以吗？');
  expect(talk.calls.map(({ tool }) => tool)).toEqual(['orders.list']);
  expect(talk.state.flow?.waits).toBe('confirm');
});

test('guards: what has left is refused, an unknown number is not found, a visitor signs in first', () => {
  const left = createTalk(knowledge, { orders: [SHIPPED, DELIVERED] })
    .say('改地址')
    .say('HH-2026-1001 改地址');
  const pressed = createTalk(knowledge, { orders: [SHIPPED] }).say('改地址', { value: 'address', order: 'o-1' });
  const visitor = createTalk(knowledge, { signedIn: false }).say('改地址');
  expect([...left.log, '', ...pressed.log, '', ...visitor.log].join('\n')).toMatchInlineSnapshot(`
    "> 改地址
      flow …
        ? orders.list
      flow
        choices 您名下没有还能改地址的订单：发出去的就改不了了。要拦截的话，可以请人来看看。 [human]
    > HH-2026-1001 改地址
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1001 已发出，地址改不了了。 [human]

    > 改地址
      flow …
        ? orders.list
      flow
        choices 订单 HH-2026-1001 已发出，地址改不了了。 [human]

    > 改地址
      sign-in
        choices 要改订单的地址，请先在页面上登录，登录后再跟我说一声就好。 [human]"
  `);
});

test('three unusable answers end the flow, the old address stands', () => {
  const talk = createTalk(knowledge, { orders: [PAID] })
    .say('改地址')
    .say('蓝天白云')
    .say('白云')
    .say('蓝天');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 改地址
      flow …
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。
    > 蓝天白云
      flow
        text 这不太像完整的地址。请写上省市区、街道和门牌号，或者说「取消」。
    > 白云
      flow
        text 这不太像完整的地址。请写上省市区、街道和门牌号，或者说「取消」。
    > 蓝天
      flow
        choices 怕这样耽误您，地址先不改。可以请人来帮您改。 [human]"
  `);
});

test.each([
  ['zh-CN', '改一下 YL20261120-1042 的收货地址'],
  ['zh-CN', '我想改YL20261120-1042的地址'],
  ['en', 'change the delivery address of YL20261120-1042'],
  ['en', 'I need to change the address for yl20261120-1042, please'],
])('an order that is named by its number is not asked for: %s %s', (locale, text) => {
  const bundled = { ...PAID, id: 'y-1042', number: 'YL20261120-1042' };
  const talk = createTalk(knowledge, { locale, orders: [PACKED, bundled] }).say(text);
  expect([talk.state.flow?.waits, (talk.state.flow?.slots['order']?.v as { id: string } | undefined)?.id]).toEqual([
    'address',
    'y-1042',
  ]);
});

test('the shop says it is too late', () => {
  const talk = createTalk(knowledge, {
    locale: 'en',
    orders: [PAID],
    write: ({ tool }) => ({ tool, error: 'too-late' }),
  })
    .say('I need to change my address')
    .say('12 Hill Street, Springfield 90210')
    .say('yes please');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> I need to change my address
      flow …
        ? orders.list
      flow
        text Order HH-2026-1002, then. What is the new address? Street, number, city and postcode in one message, and the phone number if it changes.
    > 12 Hill Street, Springfield 90210
      flow
        choices Order HH-2026-1002 will go to:
    12 Hill Street, Springfield 90210 · 林 · 13800000000
    Shall I change it? [flow:yes:1c138827 | flow:no]
    > yes please
      flow …
        ? orders.change-address change-address:1000:4ec7de704900e73f
      flow
        choices It was not changed: order HH-2026-1002 is already with the carrier. A person can try to intercept it. [human]"
  `);
});

test('a turn that is run again asks under the same key; to wish the same again later is another', () => {
  const wish = (talk: Talk, address: string) => talk.say('改地址').say(address).say('好的');
  const keys = ({ calls }: Talk) => calls.flatMap((call) => ('key' in call ? [call.key] : []));
  const [there, back] = [NEW, NEW.replace('502', '503')];
  const talk = createTalk(knowledge, { orders: [PAID] });
  for (const address of [there, back, there, back]) wish(talk, address);
  const first = keys(talk);
  expect(first.map((key) => /^change-address:\d+:[0-9a-f]{16}$/.test(key))).toEqual([true, true, true, true]);
  expect(new Set(first).size).toBe(4);
  expect(keys(wish(createTalk(knowledge, { orders: [PACKED] }), there))).not.toEqual([first[0]]);

  // What was not recorded is thought again out of the same state, at another time.
  const asked = createTalk(knowledge, { orders: [PAID] })
    .say('改地址')
    .say(NEW);
  const yes = { kind: 'message', text: '好的', locale: 'zh-CN', shopper: { signedIn: true } } as const;
  const flows = createFlows();
  const act = (at: number) => turn(asked.state, { ...yes, at }, { ...knowledge, flows: () => flows }).actions;
  expect(act(9_000)).toEqual(act(60_000));
  expect(act(9_000)).toMatchObject([{ do: 'call', call: { tool: 'orders.change-address' } }]);
});
