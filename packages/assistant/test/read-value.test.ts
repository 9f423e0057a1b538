import { expect, test } from 'vitest';
import { convert, readValue } from '../src/graph/read-value.ts';
import { showQuantity } from './show-quantity.ts';

const said = (name: string, value: string): string => {
  const { type, quantities, words, yes, doubts } = readValue(name, value);
  return [
    type,
    type === 'quantity'
      ? quantities
          .map((one) => `${showQuantity(one)}${one.of ? ` (${one.of})` : ''}${one.about ? ' ~' : ''}`)
          .join(' | ')
      : type === 'yes-no'
        ? String(yes)
        : words.join(' | '),
    doubts.length > 0 ? `? ${doubts.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(': ');
};

test.each([
  ['Weight', '2.4 kg', 'quantity: 2400 g'],
  ['Weight (kg)', '2.4', 'quantity: 2400 g'],
  ['Weight', '5 lbs', 'quantity: 2268 g'],
  ['重量', '约三斤', 'words: 约三斤'],
  ['重量', '约3斤', 'quantity: 1500 g ~'],
  ['Weight', 'from 12 to 15 kg', 'quantity: 12000..15000 g'],
  ['承重', '≤120公斤', 'quantity: ..120000 g'],
  ['Load', 'up to 150 kg', 'quantity: ..150000 g'],
  ['承重', '200斤以内', 'quantity: ..100000 g'],
  ['功率', '2200W', 'quantity: 2200 W'],
  ['Power', '1.8 kW', 'quantity: 1800 W'],
  ['Capacity', '500ml / 1L', 'quantity: 500 ml | 1000 ml'],
  ['Battery', '5,000 mAh', 'quantity: 5000 mAh'],
  ['Warranty', '2 years', 'quantity: 24 months'],
])('a number with its unit: %s %s', (name, value, expected) => {
  expect(said(name, value)).toBe(expected);
});

test.each([
  ['Size', '120 x 60 x 75 cm', 'quantity: 120x60x75 cm'],
  ['尺寸', '长120*宽60*高75cm', 'quantity: 120x60x75 cm'],
  ['Size', '10 in x 12 in', 'quantity: 25.4x30.48 cm'],
  ['尺寸', '90*200cm / 120*200cm', 'quantity: 90x200 cm | 120x200 cm'],
  ['尺寸', '900/1200*600*750mm', 'quantity: 90x60x75 cm | 120x60x75 cm'],
  ['Size', 'S 20x10cm\nM 30x15cm', 'quantity: 20x10 cm (S) | 30x15 cm (M)'],
  ['尺寸', '1.2米床：被套 150*200cm/ 枕套：48*74cm*2', 'quantity: 150x200 cm (1.2米床:被套) | 48x74 cm *2 (枕套)'],
])('sides and several sizes: %s %s', (name, value, expected) => {
  expect(said(name, value)).toBe(expected);
});

test.each([
  ['面料', '60%棉 40%聚酯纤维', 'quantity: 60 % (棉) | 40 % (聚酯纤维)'],
  ['面料', '锦纶80%氨纶20%', 'quantity: 80 % (锦纶) | 20 % (氨纶)'],
  ['Material', '70% wool, 30% recycled nylon', 'quantity: 70 % (wool) | 30 % (recycled nylon)'],
  ['Material', '70% wool, 20% nylon', 'quantity: 70 % (wool) | 20 % (nylon): ? shares'],
])('what it is made of, and shares that are no hundred: %s %s', (name, value, expected) => {
  expect(said(name, value)).toBe(expected);
});

test.each([
  ['执行标准', 'GB/T 1234-2019', 'code: GB/T 1234-2019'],
  ['Model', 'KX-482', 'code: KX-482'],
  ['可机洗', '是', 'yes-no: true'],
  ['Dishwasher safe', 'No', 'yes-no: false'],
  ['颜色', '白色/ 黑色、灰色', 'words: 白色 | 黑色 | 灰色'],
  ['温馨提示', '1.通风2-3天即可散味。2.建议每3个月晾晒一次。', 'text'],
])('codes, yes and no, enumerations and advice are no quantities: %s %s', (name, value, expected) => {
  expect(said(name, value)).toBe(expected);
});

test.each([
  ['尺寸', '40*60', 'words: 40*60: ? number'],
  ['填充物重量', '0.5+1.5kg', 'quantity: 500 g | 1500 g: ? sum'],
  ['重量', '50*30cm 3kg', 'quantity: 50x30 cm | 3000 g: ? name, kinds'],
  ['材料', '304不锈钢', 'words: 304不锈钢: ? number'],
])('what is doubtful is flagged: %s %s', (name, value, expected) => {
  expect(said(name, value)).toBe(expected);
});

test('a number is told in another unit of its kind, and in none of another', () => {
  expect(convert(2.5, 'kg', '斤')).toBe(5);
  expect(convert(100, 'cm', 'inch')).toBeCloseTo(39.37, 2);
  expect(convert(1, 'kg', 'cm')).toBeUndefined();
});
