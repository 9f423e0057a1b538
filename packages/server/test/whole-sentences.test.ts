import { expect, test } from 'vitest';
import { wholeSentences } from '../src/shops/whole-sentences.ts';

const read = (text: string): string => {
  const { text: kept, cut } = wholeSentences(text);
  return `${cut ? 'cut' : 'whole'}: ${kept}`;
};

test.each([
  ['四十八小时内发货。', 'whole: 四十八小时内发货。'],
  ['支持七天无理由退换', 'whole: 支持七天无理由退换'],
  ['满 88 元包邮；不满收 10 元。\n（港澳台地区需满', 'cut: 满 88 元包邮；不满收 10 元。'],
  ['满 88 元包邮。（港澳台。另', 'cut: 满 88 元包邮。'],
  ['默认发顺丰，配送范围覆盖全国大部分地区（港澳台除', 'cut: '],
  ['1.收到之日起三十日内可退，退款原路返还，', 'cut: '],
  ['可退。退款原路返还，不同银行', 'cut: 可退。'],
  ['他说：“可以退。”', 'whole: 他说：“可以退。”'],
  ['请选“我要开发票”并填写', 'whole: 请选“我要开发票”并填写'],
  ['需要三天，因为', 'cut: '],
  ['详情请看下文…', 'cut: '],
  ['可以退。客服电话 400-800-1234', 'whole: 可以退。客服电话 400-800-1234'],
  ['可选三色。\n- 红\n- 蓝', 'whole: 可选三色。\n- 红\n- 蓝'],
])('zh: %j', (text, expected) => expect(read(text)).toBe(expected));

test.each([
  ['We ship within 48 hours.', 'whole: We ship within 48 hours.'],
  ['Free returns', 'whole: Free returns'],
  ['Shipping costs $10. Orders over $88 ship free.', 'whole: Shipping costs $10. Orders over $88 ship free.'],
  ['We ship within 48 hours. On holidays we', 'cut: We ship within 48 hours.'],
  ['Ships free. (Outside the EU from $2.50 and', 'cut: Ships free.'],
  ['1. Choose an item\n2. Ask for a refund and', 'cut: '],
  ['It weighs 2.4 kg. See e.g. the label', 'cut: It weighs 2.4 kg.'],
  ['We accept returns, and the', 'cut: '],
  ['Call us. Or write to help@shop.example', 'whole: Call us. Or write to help@shop.example'],
  ['Is it free? Yes! It is (always).', 'whole: Is it free? Yes! It is (always).'],
  ['The rest of this text was...', 'cut: '],
  ['', 'whole: '],
])('en: %j', (text, expected) => expect(read(text)).toBe(expected));
