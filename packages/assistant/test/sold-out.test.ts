import { expect, test } from 'vitest';
import { buildKnowledge, type Product } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** The only table lamp is sold out; a lantern of the same kind and a candle that mentions lamps are there. */
const lights = [both('灯与香', 'Light and scent'), both('灯具', 'Lamps')];
const more: readonly Product[] = [
  {
    id: 'lantern',
    title: both('宣纸灯笼', 'Paper lantern'),
    category: lights,
    price: { amount: 18_800, currency: 'CNY' },
    stock: 3,
    attributes: [],
  },
  {
    id: 'candle',
    title: both('书桌蜡烛', 'Desk candle'),
    category: [both('灯与香', 'Light and scent'), both('蜡烛', 'Candles')],
    price: { amount: 8_900, currency: 'CNY' },
    stock: 9,
    attributes: [{ name: both('用处', 'Use'), value: both('放在台灯旁', 'Beside a desk lamp') }],
  },
];
const products = FIXTURE.products.map((one) => (one.id === 'lamp-oak' ? { ...one, category: lights, stock: 0 } : one));
const knowledge = buildKnowledge({ ...FIXTURE, products: [...products, ...more] });

test('what is named and sold out is told so; what is near is named as such', () => {
  const talk = createTalk(knowledge, { locale: 'en' })
    .say('I want a desk lamp')
    .say('what is it made of')
    .say('a table lamp under 100');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> I want a desk lamp
      search
        products Oak table lamp (¥328): sold out at the moment. [lamp-oak]
        products Not what you asked for, but of the same kind and in stock: [lantern]
    > what is it made of
      attribute
        text Oak table lamp: Material – Oak, linen shade ‹product: Oak table lamp · Material›
    > a table lamp under 100
      search
        choices I found no “table lamp” in this shop. Try other words, or tell me the use and the budget and I will look again. [human]"
  `);
});

test('卖完的照实说，相近的另外说', () => {
  const talk = createTalk(knowledge).say('我想要一盏台灯').say('它是什么材质的').say('100 以内的台灯有吗');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 我想要一盏台灯
      search
        products 橡木台灯（¥328）现在没有货。 [lamp-oak]
        products 不是您要的那样，不过同一类里有货的还有： [lantern]
    > 它是什么材质的
      attribute
        text 橡木台灯的材质：橡木、棉麻灯罩 ‹product: 橡木台灯 · 材质›
    > 100 以内的台灯有吗
      search
        choices 小店没有找到「台灯」。换个说法，或者告诉我用途和预算，我再找找。 [human]"
  `);
});

test('nothing is said of what is sold out while one is in stock; a quality nobody has hides no thing', () => {
  const en = createTalk(knowledge, { locale: 'en' }).say('a lamp').say('do you have a red desk lamp');
  const zh = createTalk(knowledge).say('有灯卖吗').say('有没有红色的台灯');
  expect([...en.log, ...zh.log].join('\n')).toMatchInlineSnapshot(`
    "> a lamp
      search
        products Lamp: one fits. [lantern]
    > do you have a red desk lamp
      search
        products Oak table lamp (¥328): sold out at the moment. [lamp-oak]
        products Not what you asked for, but of the same kind and in stock: [lantern]
    > 有灯卖吗
      search
        products 灯，有这 1 件： [lantern]
    > 有没有红色的台灯
      search
        products 橡木台灯（¥328）现在没有货。 [lamp-oak]
        products 不是您要的那样，不过同一类里有货的还有： [lantern]"
  `);
});
