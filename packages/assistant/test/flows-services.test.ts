import { expect, test } from 'vitest';
import { begun, shop } from './flows-shop.ts';

test('warranty: in time, and over', () => {
  const talk = begun('warranty').say('the lamp no longer lights up').press('set:pictures:none').say('yes');
  expect([...talk.log, '', begun('warranty', 'zh-CN', 400).log.at(-1)].join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        text Order HH-2026-1004: which item, and what is wrong with it?
    > the lamp no longer lights up
      flow
        choices Please send pictures that show the problem, or say “no pictures”. [set:pictures:none]
    > No pictures
      flow
        choices A repair for order HH-2026-1004: the lamp no longer lights up. Shall I ask for it? [flow:yes:d0392028 | flow:no]
    > yes
      flow …
        ? warranty.claim warranty:1794916801000:7fedba4350c34b3c
      flow
        text The repair has been asked for, order HH-2026-1004.

        choices 订单 HH-2026-1004 已经过了 12 个月的保修期。可以请人来看付费维修。 [human]"
  `);
});

test('installation: a day in words, another one when it is booked out', () => {
  let taken = true;
  const book = () => {
    const answer = taken ? { error: 'day-taken' } : {};
    taken = false;
    return answer;
  };
  const talk = shop('zh-CN', 3, { 'installation.book': book })
    .say('…', { value: 'begin:installation' })
    .press('o-4')
    .say('下周三')
    .say('138 0000 0000')
    .say('好的')
    .say('那就周四吧')
    .say('可以');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow …
        ? orders.list
      flow
        orders 要装的是哪一单？ [o-1 | o-4]
    > HH-2026-1004
      flow …
        ? orders.list
      flow
        text 订单 HH-2026-1004，哪天方便上门？三十天以内都可以。
    > 下周三
      flow
        text 师傅上门前打哪个电话？
    > 138 0000 0000
      flow
        choices 预约安装：订单 HH-2026-1004，11月25日，电话 138 0000 0000。确认吗？ [flow:yes:249468c9 | flow:no]
    > 好的
      flow …
        ? installation.book installation:1794916801000:0162debb325a9652
      flow
        text 11月25日 已经约满了，换一天吧。
        text 订单 HH-2026-1004，哪天方便上门？三十天以内都可以。
    > 那就周四吧
      flow
        choices 预约安装：订单 HH-2026-1004，11月19日，电话 138 0000 0000。确认吗？ [flow:yes:06e801da | flow:no]
    > 可以
      flow …
        ? installation.book installation:1794916801000:81f5f464249421b5
      flow
        text 约好了：11月19日 上门安装，会先打 138 0000 0000。"
  `);
});
