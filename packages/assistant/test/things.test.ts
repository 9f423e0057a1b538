import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const shop = shopAt('examples/storefront/shop');
if (!shop) throw new Error('the bundled shop is missing');

/** The last line of each turn. */
const heard = (locale: string, ...says: readonly string[]): readonly string[] =>
  says.flatMap((say) => createTalk(shop, { locale, signedIn: false }).say(say).log.slice(2)).map((line) => line.trim());

test('who names a thing is shown that thing or none: a candle in a ceramic cup is no cup', () => {
  expect(heard('zh-CN', '保温杯', '有杯子吗', '有手机壳卖吗')).toMatchInlineSnapshot(`
    [
      "products 保温杯，有这 1 件： [travel-cup: 保温杯]",
      "products 杯子，有这 2 件： [tasting-cups: 现在省 ¥30 | travel-cup: 材质 316 不锈钢，陶瓷内涂层，皮套]",
      "choices 小店没有找到「手机壳」。换个说法，或者告诉我用途和预算，我再找找。 [human]",
    ]
  `);
});

test('a reason names what matched the wish, whole and in few words', () => {
  expect(heard('en', 'a warm duvet under 1000')).toMatchInlineSnapshot(`
    [
      "products Warm duvet, within ¥1,000: one fits. [wool-duvet: Season winter 5 to 15 °C · within ¥1,000]",
      "choices The shop has more on this: [answer:care-wool]",
    ]
  `);
  const talk = createTalk(shop, { locale: 'en' });
  const cards = ['something light for summer nights', 'silk things under 1200', 'a gift for tea'].flatMap((say) =>
    (talk.say(say).last?.replies ?? []).flatMap((reply) => (reply.kind === 'products' ? reply.body.items : [])),
  );
  expect(cards.length).toBeGreaterThan(3);
  for (const { reason } of cards) {
    expect(reason?.length ?? 0).toBeLessThanOrEqual(60);
    expect(reason ?? '').not.toMatch(/…|Washable|Care/);
  }
});

test('a word for goods that are not here is no reason to show others, nor is a question about the weather', () => {
  expect(heard('zh-CN', '明天杭州下雨吗')).toMatchInlineSnapshot(`
    [
      "choices 这个我拿不准，不敢乱答。您换个说法，或者我请人来？ [human]",
    ]
  `);
});
