import { expect, test } from 'vitest';
import { INITIAL_STATE, turn } from '../src/index.ts';
import { majorPrice } from '../src/selling/hunt.ts';
import { bestQuestion } from '../src/selling/narrow.ts';
import { shopAt } from './shopper-judge.ts';
import { createTalk, show } from './timeline.ts';

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

test('what the shopper tells of himself is noted with its day, used, told, and forgotten', () => {
  const talk = createTalk(knowledge, { locale: 'en', signedIn: false })
    .wait(Date.UTC(2026, 10, 21))
    .say('I like linen')
    .say("I'm allergic to silk")
    .say('I wear size M')
    .say('an eye mask or sheets?')
    .say('any sheets?')
    .say('what do you know about me')
    .press('forget:likes:linen')
    .say('forget my size')
    .say('what do you know about me');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> I like linen
      noted
        choices Noted: likes linen. I will go by that when I choose for you. [forget:likes:linen]
    > I'm allergic to silk
      noted
        choices Noted: no silk. I will go by that when I choose for you. [forget:avoids:silk]
    > I wear size M
      noted
        choices Noted: size M. I will go by that when I choose for you. [forget:size:M]
    > an eye mask or sheets?
      compare
        text Compared: **Silk eye mask** and **Washed linen fitted sheet**
    - Material: 100% mulberry silk, 19 momme / 100% French linen
    - Size: 21 × 9.5 cm, adjustable strap / 150 × 200 cm, 180 × 200 cm
    - Weight: 22 g / 0.9 kg (150 × 200 cm)
    - Washable: By hand below 30 °C with mild soap / By machine, up to 40 °C
    - Care: Dry in the shade, do not wring / Shake flat while damp, no ironing needed
    - Origin: Tongxiang, Zhejiang / Cloth from France, sewn in Tongxiang, Zhejiang
    - Price: ¥79 / ¥329
    The same: Dispatch From Hangzhou within 24 hours ‹catalogue: Our catalogue›
        products  [silk-eye-mask | linen-sheet]
    > any sheets?
      search
        products Sheets: 2 fit. [linen-sheet: you like linen | cotton-set: sheets and cover]
    > what do you know about me
      remembered
        choices I remember this:
    - likes linen (you said so, 21 November)
    - no silk (you said so, 21 November)
    - size M (you said so, 21 November)
    Tell me if one is wrong; press one to have it forgotten. [forget:likes:linen | forget:avoids:silk | forget:size:M | forget:all]
    > Forget “likes linen”
      forgotten
        text Forgotten: likes linen.
    > forget my size
      forgotten
        text Forgotten: size M.
    > what do you know about me
      remembered
        choices I remember this:
    - no silk (you said so, 21 November)
    Tell me if one is wrong; press one to have it forgotten. [forget:avoids:silk]"
  `);
  const chinese = createTalk(knowledge, { signedIn: false })
    .wait(Date.UTC(2026, 10, 21))
    .say('我穿M码')
    .say('我改穿L码了')
    .say('我不喜欢竹子')
    .say('有没有灯')
    .say('你记得我什么')
    .say('忘掉我的一切')
    .say('你记得我什么');
  expect(chinese.log.join('\n')).toMatchInlineSnapshot(`
    "> 我穿M码
      noted
        choices 记下了：穿 M。给您挑的时候照着来。 [forget:size:M]
    > 我改穿L码了
      noted
        choices 记下了：穿 L。给您挑的时候照着来。 [forget:size:L]
    > 我不喜欢竹子
      noted
        choices 记下了：不要竹子。给您挑的时候照着来。 [forget:avoids:竹子]
    > 有没有灯
      search
        products 灯，有这 2 件： [wall-lamp: 现在省 ¥50 | hand-lantern: 这几件里最便宜]
    > 你记得我什么
      remembered
        choices 我记着这些：
    - 穿 L（您说的，11月21日）
    - 不要竹子（您说的，11月21日）
    哪条不对，您说一声就改；点一下就忘掉。 [forget:size:L | forget:avoids:竹子 | forget:all]
    > 忘掉我的一切
      forgotten
        text 忘掉了：穿 L、不要竹子。
    > 你记得我什么
      remembered
        text 我没有记您的什么。"
  `);
});

const MOVES = {
  'zh-CN': [
    '便宜点的',
    '贵一点的',
    '换一批',
    '都不喜欢',
    '不要竹子的',
    '200以内',
    '100以上',
    '有没有棉的',
    '都行',
    '换个牌子',
    '第一个',
    '太贵了',
  ],
  en: [
    'cheaper',
    'something nicer',
    'show me others',
    'none of these',
    'without bamboo',
    'under 200',
    'over 100',
    'any in cotton?',
    'any',
    'another brand',
    'the first one',
    'too expensive',
  ],
} as const;

/** A linear congruential generator: the same moves every time. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test.each(['zh-CN', 'en'] as const)('no limit is ever bent, in whatever order wishes come (%s)', (locale) => {
  const random = dice(7);
  for (let run = 0; run < 24; run++) {
    let state = turn(
      INITIAL_STATE,
      {
        kind: 'message',
        text: locale === 'en' ? 'any bath things under 300?' : '有没有茶具，300以内',
        locale,
        shopper: { signedIn: false },
        at: 0,
      },
      knowledge,
    ).state;
    for (let n = 0; n < 6; n++) {
      const moves = MOVES[locale];
      const text = moves[Math.floor(random() * moves.length)] as string;
      const before = state.hunt;
      const result = turn(state, { kind: 'message', text, locale, shopper: { signedIn: false }, at: n }, knowledge);
      state = result.state;
      const { hunt } = state;
      if (result.trace.decision !== 'search' || !hunt) continue;
      for (const reply of result.replies) {
        if (reply.kind !== 'products') continue;
        expect(reply.body.items.length).toBeLessThanOrEqual(3);
        for (const { id, reason } of reply.body.items) {
          const product = catalogue.products[catalogue.byId.get(id) as number];
          if (!product) throw new Error(id);
          const said = `${text} → ${show(reply)}`;
          expect(majorPrice(product), said).toBeLessThanOrEqual(hunt.budget?.max ?? Number.POSITIVE_INFINITY);
          expect(majorPrice(product), said).toBeGreaterThanOrEqual(hunt.budget?.min ?? 0);
          if (!/\d|竹|bamboo|棉|cotton/.test(text)) expect(hunt.seen ?? [], said).not.toContain(id);
          if (hunt.without) expect(JSON.stringify(product).toLowerCase(), said).not.toMatch(/竹|bamboo/);
          expect(product.stock, said).not.toBe(0);
          expect(reason, said).toBeTruthy();
        }
      }
      // A limit that was named stays until another is, or another thing is looked for.
      if (before?.budget?.max !== undefined && hunt.words === before.words && !/100/.test(text))
        expect(hunt.budget?.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(Math.max(before.budget.max, 200));
      expect(hunt.asked?.filter(Boolean).length ?? 0).toBeLessThanOrEqual(3);
    }
  }
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
