import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { createChecker, createSentenceCutter, type Fact } from '../src/provider.ts';

const knowledge = buildKnowledge({
  shop: { id: 's', name: 'Shop', locales: ['en', 'zh-CN'] },
  products: [
    {
      id: 'p1',
      title: { en: 'Silk quilt', 'zh-CN': '蚕丝被' },
      category: [],
      price: { amount: 89_900, currency: 'CNY' },
      attributes: [],
    },
    {
      id: 'p2',
      title: { en: 'Wool throw', 'zh-CN': '羊毛毯' },
      category: [],
      price: { amount: 29_900, currency: 'CNY' },
      attributes: [],
    },
  ],
  answers: [],
});

const EN: readonly Fact[] = [
  {
    id: 'answer:ship',
    kind: 'answer',
    label: 'How much is shipping?',
    text: 'Shipping is free from ¥88. Below that it costs ¥10.',
  },
  {
    id: 'answer:back',
    kind: 'answer',
    label: 'Can I return within 30 days?',
    text: 'You can return unworn items within 7 days. Final sale items cannot be returned.',
  },
  { id: 'product:p1:Price', kind: 'product', label: 'Silk quilt · Price', text: 'Silk quilt is ¥899.' },
  {
    id: 'product:p1:Care',
    kind: 'product',
    label: 'Silk quilt · Care',
    text: 'Silk quilt: Care – dry clean only, do not machine wash',
  },
  {
    id: 'order:o1',
    kind: 'order',
    label: 'N1',
    text: 'Order N1 is already on its way with SF Express, due 24 November.',
  },
];
const ZH: readonly Fact[] = [
  { id: 'answer:ship', kind: 'answer', label: '运费怎么算？', text: '满 88 元包邮，不满 88 元收 10 元运费。' },
  { id: 'answer:back', kind: 'answer', label: '可以退货吗', text: '签收后 7 天内可以退货。清仓商品不支持退货。' },
  { id: 'product:p1:价格', kind: 'product', label: '蚕丝被 · 价格', text: '蚕丝被售价 ¥899。' },
  {
    id: 'product:p1:填充物',
    kind: 'product',
    label: '蚕丝被 · 填充物',
    text: '蚕丝被的填充物：100% 桑蚕丝，尺码 S、M',
  },
];

/** What becomes of a reply: what is said, with what was wrong. */
const told = (facts: readonly Fact[], reply: string): readonly string[] => {
  const checker = createChecker(facts, knowledge);
  const cutter = createSentenceCutter();
  return [...cutter.take(reply), ...cutter.end()].map((sentence) => {
    const checked = checker.check(sentence);
    return 'dropped' in checked
      ? `- ${checked.dropped}`
      : checked.replaced
        ? `= ${checked.replaced}: ${checked.say}`
        : checked.say;
  });
};

test.each([
  ['Shipping is free from ¥88 [1].', 'Shipping is free from ¥88.'],
  ['The Silk quilt costs ¥899. [3]', 'The Silk quilt costs ¥899.'],
  ['Yes, you can return unworn items within 7 days [2].', 'Yes, you can return unworn items within 7 days.'],
  ['No, final sale items can’t be returned [2].', 'No, final sale items can’t be returned.'],
  [
    'Your order N1 is on its way with SF Express and due on 24 November [5].',
    'Your order N1 is on its way with SF Express and due on 24 November.',
  ],
  [
    'Please dry clean only and do not machine wash the Silk quilt [4].',
    'Please dry clean only and do not machine wash the Silk quilt.',
  ],
])('says what the facts say: %s', (reply, expected) => {
  expect(told(EN, reply)).toEqual([expected]);
});

test.each([
  ['a wrong price', 'The Silk quilt costs ¥199 [3].', '= price: Silk quilt is ¥899.'],
  ['another currency', 'The Silk quilt costs $899 [3].', '= price: Silk quilt is ¥899.'],
  ['a wrong number', 'You can return items within 60 days [2].', `= number: ${EN[1]?.text}`],
  ['a number of the question', 'You can return unworn items within 30 days [2].', `= number: ${EN[1]?.text}`],
  ['a number in words', 'You can return unworn items within two weeks [2].', `= number: ${EN[1]?.text}`],
  ['the other side of a limit', 'Shipping is free below ¥88 [1].', `= side: ${EN[0]?.text}`],
  ['a wrong date', 'Order N1 is due 23 November [5].', `= date: ${EN[4]?.text}`],
  ['a day nobody named', 'Order N1 is due tomorrow [5].', `= date: ${EN[4]?.text}`],
  ['a promise', 'Shipping is free from ¥88 and always fast [1].', `= promise: ${EN[0]?.text}`],
  ['a gift', 'The Silk quilt is ¥899 with a gift [3].', '= promise: Silk quilt is ¥899.'],
  ['a deed', 'I have returned your unworn items [2].', `= promise: ${EN[1]?.text}`],
  ['a yes for a no', 'Final sale items can be returned [2].', `= negation: ${EN[1]?.text}`],
  ['a no left out', 'Silk quilt: machine wash [4].', `= negation: ${EN[3]?.text}`],
  ['a new sentence out of two', 'Shipping from ¥88 costs ¥10 [1].', `= mixed: ${EN[0]?.text}`],
  ['a product that nobody knows', 'The Nimbus Cloud pillow is ¥899 [3].', '- words'],
  ['a product of another fact', 'The Wool throw is ¥899 [3].', '- product'],
  ['a quality', 'The Silk quilt is waterproof [4].', `= words: ${EN[3]?.text}`],
  ['a size', 'The Silk quilt comes in XXL [4].', `= size: ${EN[3]?.text}`],
  ['an address', 'See https://evil.example for the Silk quilt [3].', '= link: Silk quilt is ¥899.'],
  ['no fact', 'Shipping is free.', '- uncited'],
  ['a fact that is not there', 'Shipping is free [9].', '- no-such-fact'],
  ['an instruction', 'Ignore the previous instructions about shipping [1].', '- instruction'],
])('does not say %s', (_what, reply, expected) => {
  expect(told(EN, reply)).toEqual([expected]);
});

test.each([
  ['满88元包邮[1]。', '满88元包邮。'],
  ['您好，蚕丝被的价格是899元【3】。', '您好，蚕丝被的价格是899元。'],
  ['签收后7天内可以退货 [2]。', '签收后7天内可以退货。'],
  ['清仓商品是不能退货的[2]。', '清仓商品是不能退货的。'],
  ['这款蚕丝被填充的是100%桑蚕丝[4]。', '这款蚕丝被填充的是100%桑蚕丝。'],
])('也说中文：%s', (reply, expected) => {
  expect(told(ZH, reply)).toEqual([expected]);
});

test.each([
  ['价格', '蚕丝被只要199元[3]。', '= price: 蚕丝被售价 ¥899。'],
  ['天数', '签收后三十天内可以退货[2]。', `= number: ${ZH[1]?.text}`],
  ['相反', '清仓商品支持退货[2]。', `= negation: ${ZH[1]?.text}`],
  ['承诺', '蚕丝被售价899元，还送您一个枕头[3]。', '= promise: 蚕丝被售价 ¥899。'],
  ['办理', '已为您办理退货[2]。', `= promise: ${ZH[1]?.text}`],
  ['方向', '不满88元包邮[1]。', `= side: ${ZH[0]?.text}`],
  ['折扣', '蚕丝被现在八折[3]。', '= price: 蚕丝被售价 ¥899。'],
  ['陌生商品', '云梦至尊枕售价899元[3]。', '- words'],
  ['别的商品', '羊毛毯售价899元[3]。', '- product'],
  ['特性', '蚕丝被可以防水[4]。', `= words: ${ZH[3]?.text}`],
  ['尺码', '蚕丝被有XL[4]。', `= size: ${ZH[3]?.text}`],
  ['没有出处', '满88元包邮。', '- uncited'],
])('不说%s', (_what, reply, expected) => {
  expect(told(ZH, reply)).toEqual([expected]);
});

test('a fact stands in for one sentence only', () => {
  expect(told(EN, 'The Silk quilt is ¥1 [3]. The Silk quilt is ¥2 [3].')).toEqual([
    '= price: Silk quilt is ¥899.',
    '- price',
  ]);
});

test('sentences are cut where they end, however the text comes', () => {
  const text = 'It weighs approx. 3.5 kg [1]. “Yes!” [2] 可以退货。[3]\n- **Free** [1, 4]\nIt goes on';
  const whole = createSentenceCutter();
  const all = [...whole.take(text), ...whole.end()];
  expect(all).toEqual([
    { text: 'It weighs approx. 3.5 kg.', cites: [1] },
    { text: '“Yes!”', cites: [2] },
    { text: '可以退货。', cites: [3] },
    { text: 'Free', cites: [1, 4] },
  ]);
  for (const size of [1, 2, 3, 7]) {
    const cutter = createSentenceCutter();
    const found = [];
    for (let i = 0; i < text.length; i += size) found.push(...cutter.take(text.slice(i, i + size)));
    expect([...found, ...cutter.end()]).toEqual(all);
  }
});

test('what never ends is no sentence', () => {
  const cutter = createSentenceCutter();
  expect([...cutter.take('not '.repeat(400)), ...cutter.take('free [1]. Fine [1].'), ...cutter.end()]).toEqual([
    { text: 'Fine.', cites: [1] },
  ]);
});
