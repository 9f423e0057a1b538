import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const shop = shopAt('examples/storefront/shop');
if (!shop) throw new Error('the bundled shop is missing');

test('one choice is asked for, then only another one is named', () => {
  const talk = createTalk(shop).say('眼罩有墨色的吗').say('那珍珠白的呢');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 眼罩有墨色的吗
      variant
        text 真丝眼罩（墨色）有货，还剩 16 件，¥79。 ‹product: 真丝眼罩 · 库存›
    > 那珍珠白的呢
      variant
        text 真丝眼罩（珍珠白）没有货了。现在有货的是李紫、墨色。 ‹product: 真丝眼罩 · 库存›"
  `);
});

test('a turn that only names another product asks the same of it', () => {
  const talk = createTalk(shop, { locale: 'en' }).say('how big is the canvas bag').say('and the suitcase?');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> how big is the canvas bag
      attribute
        text Canvas travel bag:
    - Size: 48 × 20 × 34 cm
    - Cabin size: Yes, fits under the seat ‹product: Canvas travel bag · Size, Cabin size›
    > and the suitcase?
      attribute
        text Bamboo-green cabin suitcase:
    - Size: 20 inches, 36 × 22 × 54 cm
    - Cabin size: Yes, within the cabin size of Chinese airlines ‹product: Bamboo-green cabin suitcase · Size, Cabin size›"
  `);
});

test('two questions in one message are both answered', () => {
  const talk = createTalk(shop, { locale: 'en' }).say('is it real silk? and how long does shipping take');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> is it real silk? and how long does shipping take
      answer
        text Everything is made to our order and each batch is tested. Silk, wool and clay come with a card whose code opens the report. If a material is not what we say, we refund it and pay three times the price. ‹answer: How do I know it is genuine?›
        text We send from Hangzhou within 24 hours of payment, weekends included. Jiangsu, Zhejiang and Shanghai take 1 to 2 days, other provinces 2 to 4, Xinjiang and Tibet 4 to 7, Hong Kong, Macao and Taiwan 3 to 6. ‹answer: How long does delivery take?›"
  `);
});
