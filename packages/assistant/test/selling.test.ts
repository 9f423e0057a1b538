import { expect, test } from 'vitest';
import { bestQuestion } from '../src/selling/narrow.ts';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const knowledge = shopAt('examples/storefront/shop');
if (!knowledge) throw new Error('the bundled shop is missing');
const { catalogue } = knowledge;

const talked = (locale: string, texts: readonly string[]): string => {
  const talk = createTalk(knowledge, { locale, signedIn: false });
  for (const text of texts) talk.say(text);
  return talk.log.join('\n');
};

test('guided: the kind, then what halves it, three cards with reasons, at most three questions', () => {
  const talk = createTalk(knowledge, { signedIn: false })
    .say('推荐点东西')
    .press('hunt:category=茶器')
    .press('hunt:m')
    .say('都行');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 推荐点东西
      which-kind
        choices 您想看哪一类？ [hunt:category=床品 | hunt:category=茶器 | hunt:category=沐浴 | hunt:category=灯与香]
    > 茶器
      search
        products 茶器，先看这 3 件： [gaiwan: 材质 高温白瓷，无铅釉 | clay-teapot: 材质 宜兴原矿紫泥 | tasting-cups: 现在省 ¥30]
        choices 大概什么价位的？ [hunt:max=200 | hunt:min=200 | hunt:any | hunt:more]
    > ¥200 以内
      search
        products 茶器，¥200 以内，先看这 3 件： [gaiwan: ¥200 以内 | tasting-cups: ¥200 以内 | tea-caddy: ¥200 以内]
    > 都行
      search
        products 挑了 3 件 ¥200 以内的茶器： [gaiwan: ¥200 以内 | tasting-cups: ¥200 以内 | tea-caddy: ¥200 以内]"
  `);
  const english = createTalk(knowledge, { locale: 'en', signedIn: false })
    .say('a gift for my mom')
    .say('under 150')
    .say('bath');
  expect(english.log.join('\n')).toMatchInlineSnapshot(`
    "> a gift for my mom
      which-kind
        choices Which kind would you like to see? [hunt:category=Bedding | hunt:category=Tea | hunt:category=Bath | hunt:category=Light & scent]
    > under 150
      search
        products What fits, within ¥150: 3 to begin with. [buckwheat-pillow: within ¥150 | cotton-pillowcases: within ¥150 | tasting-cups: within ¥150]
    > bath
      search
        products Bath: 3 to begin with. [bath-brush: the least expensive of these | hinoki-stool: Size 32 × 22 × 26 cm | body-wash: Bath]
        choices Which of these kinds? [hunt:category=Bathroom | hunt:category=Wash | hunt:category=Towels | hunt:any | hunt:more]"
  `);
});

test('refine, refer, reject, in Chinese', () => {
  expect(
    talked('zh-CN', [
      '有没有灯',
      '300以内',
      '便宜点的',
      '换一批',
      '不要竹子的',
      '第二个',
      '换个牌子',
      '有没有羊毛的被子',
      '有没有蚕丝的',
    ]),
  ).toMatchInlineSnapshot(`
    "> 有没有灯
      search
        products 灯，先看这 3 件： [paper-lantern: 这几件里最便宜 | wall-lamp: 现在省 ¥50 | hand-lantern: 材质 铝合金，亚克力灯罩，皮提手]
        choices 小店另有一条说明： [answer:care-wood]
    > 300以内
      search
        products 灯，¥300 以内，有这 3 件： [paper-lantern: ¥300 以内 | wall-lamp: ¥300 以内 | hand-lantern: ¥300 以内]
        choices 小店另有一条说明： [answer:care-wood]
    > 便宜点的
      search
        choices 宣纸圆灯，¥188，已经是符合您要求里最便宜的了。 [product:paper-lantern]
    > 换一批
      search
        choices 符合要求的就这些，都给您看过了。放宽哪一条，或者我请人来帮您挑？ [human]
    > 不要竹子的
      search
        products 灯，¥300 以内，有这 2 件： [wall-lamp: ¥300 以内 | hand-lantern: ¥300 以内]
    > 第二个
      about
        product hand-lantern
    > 换个牌子
      search
        text 这一类小店只有「云来」这一个牌子。
    > 有没有羊毛的被子
      search
        products 羊毛被子，有这 1 件： [wool-duvet: 填充物 100% 新西兰羊毛]
        choices 小店另有一条说明： [answer:care-wool]
    > 有没有蚕丝的
      search
        products 被子蚕丝，有这 1 件： [silk-duvet: 填充物 100% 桑蚕长丝]
        choices 小店另有一条说明： [answer:care-silk]"
  `);
});

test('refine, refer, reject, in English', () => {
  expect(
    talked('en', [
      'any lamps?',
      'under 300',
      'something cheaper',
      'none of these, show me others',
      'without bamboo',
      'the second one',
      'another brand',
      'do you have a wool duvet',
      'do you have one in silk',
    ]),
  ).toMatchInlineSnapshot(`
    "> any lamps?
      search
        products Lamps: 3 to begin with. [paper-lantern: the least expensive of these | wall-lamp: ¥50 off now | floor-lamp: Material Bamboo shade, iron stand]
        choices The shop has more on this: [answer:care-wood]
    > under 300
      search
        products Lamps, within ¥300: 3 fit. [paper-lantern: within ¥300 | wall-lamp: within ¥300 | hand-lantern: within ¥300]
        choices The shop has more on this: [answer:care-wood]
    > something cheaper
      search
        choices Paper lantern at ¥188 is already the least expensive that meets your wishes. [product:paper-lantern]
    > none of these, show me others
      search
        choices That is all that meets your wishes. Which of them may I relax, or shall a person help you choose? [human]
    > without bamboo
      search
        products Lamps, within ¥300: 2 fit. [wall-lamp: within ¥300 | hand-lantern: within ¥300]
    > the second one
      about
        product hand-lantern
    > another brand
      search
        text Yunlai is the only brand the shop has of this kind.
    > do you have a wool duvet
      search
        products Wool duvet: one fits. [wool-duvet: Fill 100% New Zealand wool]
        choices The shop has more on this: [answer:care-wool]
    > do you have one in silk
      search
        products Duvet silk: one fits. [silk-duvet: Fill 100% long mulberry silk floss]
        choices The shop has more on this: [answer:care-silk]"
  `);
});

test('what goes with it, what is like it, what stands in for what is gone, what fills the order up', () => {
  expect(
    talked('zh-CN', [
      '白瓷盖碗多少钱',
      '差多少包邮',
      '白瓷盖碗多少钱',
      '搭配什么好',
      '桑蚕丝被有类似的吗',
      '青釉台灯有货吗',
    ]),
  ).toMatchInlineSnapshot(`
    "> 白瓷盖碗多少钱
      attribute
        text 白瓷盖碗现在卖 ¥168。 ‹product: 白瓷盖碗 · 价格›
    > 差多少包邮
      related
        products 买白瓷盖碗还差 ¥31 包邮，加一件就够： [mugwort-soap: 两件共 ¥207，包邮 | soap-dish: 两件共 ¥217，包邮 | foot-soak: 两件共 ¥227，包邮]
    > 白瓷盖碗多少钱
      attribute
        text 白瓷盖碗现在卖 ¥168。 ‹product: 白瓷盖碗 · 价格›
    > 搭配什么好
      related
        products 和白瓷盖碗一起用的： [tea-caddy: 储茶 · 木盖带硅胶圈，存半斤茶不跑味。 | tasting-cups: 茶杯 · 梅子青釉，杯口薄，茶色看得清。 | longjing: 茶叶 · 清明前采的一芽一叶，豆香清，回甘快。]
    > 桑蚕丝被有类似的吗
      related
        products 和桑蚕丝被差不多的： [wool-duvet: 便宜 ¥69]
    > 青釉台灯有货吗
      attribute
        text 青釉台灯现在没有货。 ‹product: 青釉台灯 · 库存›
        products 青釉台灯没货的时候，这些可以替它： [floor-lamp: 贵 ¥170 | wall-lamp: 便宜 ¥60 | hand-lantern: 便宜 ¥139]"
  `);
  expect(
    talked('en', [
      'how much is the gaiwan',
      'how much more for free shipping',
      'how much is the gaiwan',
      'what goes with it',
      'anything like this?',
      'is the celadon table lamp in stock',
    ]),
  ).toMatchInlineSnapshot(`
    "> how much is the gaiwan
      attribute
        text White porcelain gaiwan is ¥168. ‹product: White porcelain gaiwan · Price›
    > how much more for free shipping
      related
        products White porcelain gaiwan is ¥31 short of free delivery. Any one of these makes up for it: [mugwort-soap: ¥207 together, delivery free | soap-dish: ¥217 together, delivery free | foot-soak: ¥227 together, delivery free]
    > how much is the gaiwan
      attribute
        text White porcelain gaiwan is ¥168. ‹product: White porcelain gaiwan · Price›
    > what goes with it
      related
        products These go with White porcelain gaiwan: [tea-caddy: Storing · A wooden lid with a silicone ring keeps… | tasting-cups: Cups · Plum-green glaze and a thin rim that sh… | longjing: Leaf tea · A bud and one leaf, picked before Qingm…]
    > anything like this?
      related
        products Much like White porcelain gaiwan: [glass-pitcher: ¥50 less | clay-teapot: ¥512 more]
    > is the celadon table lamp in stock
      attribute
        text Celadon table lamp is out of stock at the moment. ‹product: Celadon table lamp · the stock›
        products While Celadon table lamp is sold out, these can stand in for it: [floor-lamp: ¥170 more | wall-lamp: ¥60 less | hand-lantern: ¥139 less]"
  `);
});

test('in a good mood a light word and then the offer, once; in a bad one no offer at all', () => {
  expect(talked('zh-CN', ['白瓷盖碗多少钱', '哈哈太喜欢了', '真好看，爱了'])).toMatchInlineSnapshot(`
    "> 白瓷盖碗多少钱
      attribute
        text 白瓷盖碗现在卖 ¥168。 ‹product: 白瓷盖碗 · 价格›
    > 哈哈太喜欢了
      glad
        text 您喜欢就好！
        products 和白瓷盖碗一起用的，顺便看看： [tea-caddy: 储茶 · 木盖带硅胶圈，存半斤茶不跑味。 | tasting-cups: 茶杯 · 梅子青釉，杯口薄，茶色看得清。 | longjing: 茶叶 · 清明前采的一芽一叶，豆香清，回甘快。]
    > 真好看，爱了
      glad
        text 听您这么说，我也高兴。"
  `);
  expect(
    talked('en', [
      'how much is the gaiwan',
      'wow, lovely',
      'it is awful that the celadon table lamp is never in stock',
    ]),
  ).toMatchInlineSnapshot(`
    "> how much is the gaiwan
      attribute
        text White porcelain gaiwan is ¥168. ‹product: White porcelain gaiwan · Price›
    > wow, lovely
      glad
        text I am glad you like it!
        products By the way, these go with White porcelain gaiwan: [tea-caddy: Storing · A wooden lid with a silicone ring keeps… | tasting-cups: Cups · Plum-green glaze and a thin rim that sh… | longjing: Leaf tea · A bud and one leaf, picked before Qingm…]
    > it is awful that the celadon table lamp is never in stock
      attribute
        text I am sorry that what you want is not in stock.
        text Celadon table lamp is out of stock at the moment. ‹product: Celadon table lamp · the stock›"
  `);
});

test('a question is asked only when its answer is expected to leave little more than half', () => {
  const { products } = catalogue;
  let left = products;
  const asked: string[] = [];
  for (let n = 0; n < 3; n++) {
    const question = bestQuestion(left, asked, 'en', knowledge.vocabulary);
    if (!question) break;
    expect(question.leaves).toBeLessThanOrEqual(0.6);
    for (const { leaves } of question.options) expect(leaves).toBeGreaterThan(0);
    asked.push(question.about);
    left = left.slice(0, Math.ceil(left.length / 2));
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(bestQuestion(products.slice(0, 3), [], 'en', knowledge.vocabulary)).toBeUndefined();
});
