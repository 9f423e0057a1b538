import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

test('a card that is sent is a question about that product, and its price no word to search for', () => {
  const talk = createTalk(knowledge, { locale: 'en' })
    .say('Plain cotton bed linen set · CNY 399.00', { about: 'sheets-cotton' })
    .say('Plain cotton bed linen set · CNY 399.00\ncan it be washed?', { about: 'sheets-cotton' })
    .say('pillow-latex', { about: 'pillow-latex' });
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> Plain cotton bed linen set · CNY 399.00
      about
        choices Plain cotton bed linen set: ¥399, in stock, 12 left.
    - Material: 100% cotton
    - Colour: Mist blue, ivory, light grey
    - Care: Machine washable at 30 degrees
    What would you like to know about it? [answer:dispatch | answer:return] ‹product: Plain cotton bed linen set›
    > Plain cotton bed linen set · CNY 399.00
    can it be washed?
      attribute
        text Plain cotton bed linen set: Care – Machine washable at 30 degrees ‹product: Plain cotton bed linen set · Care›
    > pillow-latex
      about
        choices Cloud latex pillow: ¥199, sold out at the moment.
    - Filling: Natural latex
    - Care: Do not wash; cover machine washable
    What would you like to know about it? [answer:dispatch | answer:return] ‹product: Cloud latex pillow›"
  `);
});

test('发来的卡片就是在问这件商品', () => {
  const talk = createTalk(knowledge)
    .say('素色纯棉四件套 · CNY 399.00', { about: 'sheets-cotton' })
    .say('素色纯棉四件套 · CNY 399.00\n能洗吗', { about: 'sheets-cotton' })
    .say('pillow-latex', { about: 'pillow-latex' });
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 素色纯棉四件套 · CNY 399.00
      about
        choices 素色纯棉四件套，¥399，有货，还剩 12 件。
    - 材质：100% 棉
    - 颜色：雾蓝、米白、浅灰
    - 洗涤方式：可机洗，水温不超过30度
    您想了解它的什么？ [answer:dispatch | answer:return] ‹product: 素色纯棉四件套›
    > 素色纯棉四件套 · CNY 399.00
    能洗吗
      attribute
        text 素色纯棉四件套的洗涤方式：可机洗，水温不超过30度 ‹product: 素色纯棉四件套 · 洗涤方式›
    > pillow-latex
      about
        choices 云朵乳胶枕，¥199，现在没有货。
    - 填充物：天然乳胶
    - 洗涤方式：不可水洗，枕套可机洗
    您想了解它的什么？ [answer:dispatch | answer:return] ‹product: 云朵乳胶枕›"
  `);
});
