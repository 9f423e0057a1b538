import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

test('a visit in Chinese: search, the first one, its properties, an answer, goodbye', () => {
  const talk = createTalk(knowledge, { name: '小林' })
    .say('你好')
    .say('有没有纯棉的四件套 500 以内的')
    .say('第一个能机洗吗')
    .say('那它有什么颜色')
    .say('多少钱')
    .say('邮费呢')
    .say('好的谢谢')
    .say('再见');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 你好
      greet
        text 小林，您好，我是山居小铺的小二。商品、运费、退换、订单，您尽管问。
    > 有没有纯棉的四件套 500 以内的
      search
        products 纯棉四件套，¥500 以内，有这 1 件： [sheets-cotton: 材质 100% 棉 · ¥500 以内]
    > 第一个能机洗吗
      attribute
        text 素色纯棉四件套的洗涤方式：可机洗，水温不超过30度 ‹product: 素色纯棉四件套 · 洗涤方式›
    > 那它有什么颜色
      attribute
        text 素色纯棉四件套的颜色：雾蓝、米白、浅灰 ‹product: 素色纯棉四件套 · 颜色›
    > 多少钱
      attribute
        text 素色纯棉四件套现在卖 ¥399。
    - 1.5米床 ¥399
    - 1.8米床 ¥459 ‹product: 素色纯棉四件套 · 价格›
    > 邮费呢
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
    > 好的谢谢
      thanks
        text 您客气了。还有事，随时叫我。
    > 再见
      bye
        text 好嘞，您慢走，有事再来。"
  `);
});

test('compares, shows the cheaper one, and looks again under a lower limit', () => {
  const talk = createTalk(knowledge)
    .say('羊毛被和蚕丝被有什么区别')
    .say('便宜的那个')
    .say('羊毛被和电饭煲有什么区别')
    .say('有没有四件套')
    .say('350以内的呢')
    .say('蚕丝被 1000 以内')
    .say('红色的四件套')
    .say('有电饭煲吗');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 羊毛被和蚕丝被有什么区别
      compare
        text 比的是这两件：**山谷羊毛被** 和 **晨雾蚕丝被**
    - 填充物：100%羊毛 ／ 100%桑蚕丝
    - 重量：2.1kg ／ 1.5kg（前者多 600 g）
    - 价格：¥680 ／ ¥1,280
    一样的：面料 100%棉；尺寸 200×230cm ‹catalogue: 店里的货›
        products  [duvet-wool | duvet-silk]
    > 便宜的那个
      about
        product duvet-wool
    > 羊毛被和电饭煲有什么区别
      compare
        text 小店没有找到「电饭煲」，没法比。
        choices 这一问没有现成的答案，山谷羊毛被的资料里写着：
    - 填充物: 100%羊毛
    - 面料: 100%棉
    - 尺寸: 200×230cm
    - 重量: 2.1kg
    - 洗涤方式: 只可干洗
    - 价格: ¥680
    还没说到的话，可以请人来看。 [human]
    > 有没有四件套
      search
        products 四件套，有这 3 件： [sheets-linen: 材质 100%亚麻 | sheets-blend: 这几件里最便宜 | sheets-cotton: 材质 100% 棉]
    > 350以内的呢
      search
        products 四件套，¥350 以内，有这 1 件： [sheets-blend: ¥350 以内]
    > 蚕丝被 1000 以内
      search
        choices ¥1,000 以内没有蚕丝被。最接近的是晨雾蚕丝被，¥1,280，不在这个价位里。 [product:duvet-silk]
    > 红色的四件套
      search
        products 没有样样都合的，这些最接近，只是资料里没写「红色」： [sheets-linen: 材质 100%亚麻 | sheets-blend: 这几件里最便宜 | sheets-cotton: 材质 100% 棉]
        choices 不是您要的？换个说法，或者请人来帮您看。 [human]
    > 有电饭煲吗
      search
        choices 小店没有找到「电饭煲」。换个说法，或者告诉我用途和预算，我再找找。 [human]"
  `);
});

test('what the shop does not state is not made up', () => {
  const talk = createTalk(knowledge)
    .say('这个防水吗', { about: 'lamp-oak' })
    .say('乳胶枕有现货吗')
    .say('四件套什么材质')
    .say('亚麻那套', { value: 'attribute:material:sheets-linen' });
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 这个防水吗
      attribute
        choices 橡木台灯的资料里没有写防不防水，只写了：
    - 材质：橡木、棉麻灯罩
    - 功率：8W LED
    - 价格：¥328 [human] ‹product: 橡木台灯 · 材质, 功率, 价格›
    > 乳胶枕有现货吗
      attribute
        text 云朵乳胶枕现在没有货。 ‹product: 云朵乳胶枕 · 库存›
    > 四件套什么材质
      which-product
        text 水洗亚麻四件套的材质：100%亚麻 ‹product: 水洗亚麻四件套 · 材质›
        text 竹语混纺四件套的材质：70%棉 30%竹纤维 ‹product: 竹语混纺四件套 · 材质›
        text 素色纯棉四件套的材质：100% 棉 ‹product: 素色纯棉四件套 · 材质›
        choices 您问的是哪一件商品的材质？ [attribute:material:sheets-linen | attribute:material:sheets-blend | attribute:material:sheets-cotton]
    > 亚麻那套
      attribute
        text 还是刚才那句：水洗亚麻四件套的材质：100%亚麻 ‹product: 水洗亚麻四件套 · 材质›"
  `);
});

test('an answer that was cut off says so and offers a person', () => {
  const talk = createTalk(knowledge).say('怎么开发票');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 怎么开发票
      answer
        text 下单时勾选电子发票。 ‹answer: 如何开具发票？›
        choices 小店给我的原文到这里就断了，余下的可以让人来告诉您。 [human]"
  `);
});

test('the same answer is not given twice in a row', () => {
  const talk = createTalk(knowledge).say('运费怎么算').say('运费怎么算').say('运费怎么算');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 运费怎么算
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
    > 运费怎么算
      clarify
        choices 刚才的回答可能没说到您的意思。您想问的是下面哪个，还是让人来说？ [answer:return | human]
    > 运费怎么算
      handoff
        text 两回都没答到点上，耽误您了。我去请人。
        ! failures"
  `);
});
