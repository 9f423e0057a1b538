import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

const talked = (locale: string, ...texts: readonly string[]): string => {
  const talk = createTalk(knowledge, { locale, orders: [PAID, SHIPPED] });
  for (const text of texts) talk.say(text);
  return talk.log.join('\n');
};

test('two messages that came before the answer are both answered, though the first was answered before', () => {
  const two = 'How much is shipping?\nWhat mugs do you have?';
  expect(talked('en', 'How much is shipping?', two)).toMatchInlineSnapshot(`
    "> How much is shipping?
      answer
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
    > How much is shipping?
    What mugs do you have?
      search
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
        products Mugs: one fits. [mug-blue: Material Stoneware]"
  `);
  expect(talked('zh-CN', '运费怎么算', '运费怎么算\n有什么杯子')).toMatchInlineSnapshot(`
    "> 运费怎么算
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
    > 运费怎么算
    有什么杯子
      search
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
        products 杯子，有这 1 件： [mug-blue: 材质 陶瓷]"
  `);
});

test('one message with two sentences that ask two things: words first, then what goes on', () => {
  expect(talked('en', 'Where is my order? And how much is shipping?')).toMatchInlineSnapshot(`
    "> Where is my order? And how much is shipping?
      order-status
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
        ? orders.list
      order-status
        orders Which order do you mean? [o-2 | o-1]"
  `);
  expect(talked('zh-CN', '我想改地址。运费多少？')).toMatchInlineSnapshot(`
    "> 我想改地址。运费多少？
      flow
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
        ? orders.list
      flow
        text 好的，订单 HH-2026-1002。新地址是哪里？省市区、街道、门牌写在一条里，电话有变也一并写上。"
  `);
});

test('the second sentence may speak of the thing in the first', () => {
  expect(talked('zh-CN', '羊毛被多少钱？能机洗吗？')).toMatchInlineSnapshot(`
    "> 羊毛被多少钱？能机洗吗？
      attribute
        text 山谷羊毛被现在卖 ¥680。 ‹product: 山谷羊毛被 · 价格›
        text 山谷羊毛被的洗涤方式：只可干洗 ‹product: 山谷羊毛被 · 洗涤方式›"
  `);
});

test('sentences that only tell more of one wish are one wish', () => {
  expect(talked('en', 'I bought a wool duvet. Can it be washed?')).toMatchInlineSnapshot(`
    "> I bought a wool duvet. Can it be washed?
      attribute
        text Valley wool duvet: Care – Dry clean only ‹product: Valley wool duvet · Care›"
  `);
  expect(talked('en', 'Hi! I need a duvet. Something warm.')).toMatchInlineSnapshot(`
    "> Hi! I need a duvet. Something warm.
      search
        products Duvet warm: one fits. [duvet-down: Filling 95% white goose down]"
  `);
  expect(talked('zh-CN', '你好。我想买个被子。一千以内的。')).toMatchInlineSnapshot(`
    "> 你好。我想买个被子。一千以内的。
      search
        products 被子，¥1,000 以内，有这 2 件： [duvet-wool: ¥1,000 以内 | duvet-down: ¥1,000 以内]"
  `);
});

test('the same question alone, twice in a row, still asks back', () => {
  expect(talked('en', 'How much is shipping?', 'How much is shipping?')).toMatchInlineSnapshot(`
    "> How much is shipping?
      answer
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
    > How much is shipping?
      clarify
        choices My last answer may have missed the point. Is it one of these, or shall a person explain? [answer:abroad | answer:dispatch | human]"
  `);
});
