import type { KnowledgeSource } from '@xiaoer/assistant';
import { expect, test } from 'vitest';
import { DEFAULT_RULES } from '../src/quality/default-rules.ts';
import { createClaimJudge } from '../src/quality/judge-claims.ts';
import type { ClaimRule } from '../src/quality/rule.ts';
import { shopClaimsOf } from '../src/quality/shop-claims.ts';
import { foldSpoken } from '../src/quality/spoken-of.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const product = (id: string, zh: string, en: string, amount: number, stock?: number) => ({
  id,
  title: { 'zh-CN': zh, en },
  category: [],
  attributes: [],
  price: cny(amount),
  ...(stock === undefined ? {} : { stock }),
});
const SOURCE: KnowledgeSource = {
  shop: { id: 'inn', name: 'Inn', locales: ['zh-CN', 'en'], policies: { warrantyMonths: 12 } },
  products: [
    product('teapot', '紫砂壶', 'Clay teapot', 26_800, 31),
    product('quilt', '蚕丝被', 'Silk quilt', 89_900, 0),
    { ...product('cup', '茶杯', 'Tea cup', 5_900), was: cny(7_900) },
    product('jug', '公道杯，200 毫升', 'Glass jug, 200 ml', 6_800),
    product('tray', '茶盘，大', 'Tray, large', 12_000),
    product('small-tray', '茶盘，小', 'Tray, small', 8_000),
  ],
  answers: [
    {
      id: 'shipping',
      question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
      answer: {
        'zh-CN': '大陆满 199 元包邮，不满收 12 元运费。',
        en: 'In mainland China shipping is free from ¥199 and ¥12 below that.',
      },
    },
    {
      id: 'returns',
      question: { 'zh-CN': '可以退货吗？', en: 'Can I return something?' },
      answer: { 'zh-CN': '签收后 7 天内可以无理由退货。', en: 'Goods can be returned within 7 days of delivery.' },
    },
    {
      id: 'dispatch',
      question: { 'zh-CN': '什么时候发货？', en: 'When is it sent?' },
      answer: { 'zh-CN': '付款后 48 小时内发货。', en: 'Orders are dispatched within 48 hours of payment.' },
    },
  ],
};
const rule = DEFAULT_RULES.find((one): one is ClaimRule => one.op === 'claim');
if (!rule) throw new Error('there is no rule about claims');
const judge = createClaimJudge(rule, shopClaimsOf(SOURCE));
const wrong = (text: string, products: readonly string[] = [], heard: readonly string[] = []) => {
  const found = judge(text, { products, heard });
  return found && `${found.claim} ${found.of}`;
};

test.each([
  ['紫砂壶是 168 元的', [], 'price:¥:168 product:teapot'],
  ['The clay teapot is ¥168.', [], 'price:¥:168 product:teapot'],
  ['The glass jug is ¥99.', [], 'price:¥:99 product:jug'],
  ['It costs 300 yuan', ['teapot'], 'price:¥:300 product:teapot'],
  ['蚕丝被现在有货，您可以直接拍', [], 'stock product:quilt'],
  ['The silk quilt is in stock.', [], 'stock product:quilt'],
  ['紫砂壶卖完了', [], 'out-of-stock product:teapot'],
  ['这个只剩 90 件了', ['teapot'], 'number:90:piece product:teapot'],
  ['签收后 15 天内可以退货', [], 'number:15:day answer:returns'],
  ['Goods can be returned within 30 days.', [], 'number:30:day answer:returns'],
  ['大陆满 99 元包邮', [], 'price:¥:99 answer:shipping'],
  ['付款后 5 天内发货', [], 'number:5:day answer:dispatch'],
  ['保修 24 个月', [], 'number:24:month policy:warrantyMonths'],
] as const)('said otherwise than the data: %s', (text, products, found) => {
  expect(wrong(text, products)).toBe(found);
});

test.each([
  ['紫砂壶是 268 元的', []],
  ['茶杯原价 79 元，现在 59 元', []],
  ['It is ¥268, and shipping is ¥12.', ['teapot']],
  ['蚕丝被现在没货', []],
  ['蚕丝被有货了我告诉您', []],
  ['Is the silk quilt in stock?', []],
  ['紫砂壶有货', []],
  ['签收后 7 天内可以退货', []],
  ['Orders are dispatched within 2 days of payment.', []],
  ['满 199 元包邮', []],
  // Agreed upon here, told for later, or of another matter: the data know nothing of it.
  ['我给您补 50 元差价', ['teapot']],
  ['I can refund you ¥30.', ['teapot']],
  ['两件一共 536 元', ['teapot']],
  ['我 15 分钟内回复您', []],
  ['The parcel arrives on Friday.', []],
  // Which of two it is about is not said.
  ['茶盘是 99 元的', []],
  ['您的订单号是 20261122', []],
  ['您好，请问有什么可以帮您', []],
] as const)('right, or nothing that the data know: %s', (text, products) => {
  expect(wrong(text, products)).toBeUndefined();
});

test('what the shopper said may be repeated, and the product is the one that was spoken of last', () => {
  const line = (seq: number, role: 'shopper' | 'bot', kind: string, body: Record<string, unknown>) => ({
    seq,
    id: `e${seq}`,
    at: 0,
    from: { role, id: role },
    kind,
    body,
  });
  let spoken = foldSpoken(undefined, line(1, 'shopper', 'text', { text: '别家卖 200 元', about: { product: 'cup' } }));
  spoken = foldSpoken(spoken, line(2, 'shopper', 'product', { product: 'teapot' }));
  expect(spoken).toEqual({ products: ['cup', 'teapot'], heard: ['price:¥:200'] });
  expect(judge('您说的 200 元是别家的价格', spoken)).toBeUndefined();
  expect(judge('这个价格是 250 元', spoken)).toEqual({ claim: 'price:¥:250', of: 'product:teapot' });
});
