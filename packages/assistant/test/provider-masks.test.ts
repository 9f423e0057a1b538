import { expect, test } from 'vitest';
import { createMasks } from '../src/provider.ts';

test.each([
  ['mail a.b+c@example.co.uk please', 'mail ⟨mail-1⟩ please'],
  ['call me on 138-0000-0001 or 13800000001', 'call me on ⟨phone-1⟩ or ⟨phone-2⟩'],
  ['+86 138 0000 0001', '⟨phone-1⟩'],
  ['(415) 555-2671', '⟨phone-1⟩'],
  ['０２１-６２５０１２３４', '⟨phone-1⟩'],
  ['电话一三八零零零零零零零一', '电话⟨phone-1⟩'],
  ['card 4111-1111-1111-1111', 'card ⟨card-1⟩'],
  ['身份证 11010519491231002X', '身份证 ⟨id-1⟩'],
  ['ssn 078-05-1120', 'ssn ⟨id-1⟩'],
  ['微信号 rose_2020', '微信号 ⟨contact-1⟩'],
  ['order XE20261042-1 and AB-1234567', 'order ⟨number-1⟩ and ⟨number-2⟩'],
  ['寄到浙江省杭州市西湖区文三路 9 号 3 幢 201 室', '⟨address-1⟩'],
  ['send it to 221B Baker Street, London NW1 6XE', 'send it to ⟨address-1⟩'],
  ['see https://shop.example/orders?id=77', 'see ⟨link-1⟩'],
])('hides %s', (text, hidden) => {
  const masks = createMasks();
  expect(masks.hide(text)).toBe(hidden);
  expect(masks.show(hidden)).toBe(text.normalize('NFKC'));
});

test.each([
  'the 200 x 230 cm quilt for ¥12000 in 2026',
  '满 88 元包邮，7 天内退货',
  '5000mAh, 3.5 kg, XXL, 20%',
  'ordered on 2026-11-22',
  '蚕丝被 1.5 米床能用吗',
])('leaves alone: %s', (text) => {
  expect(createMasks().hide(text)).toBe(text.normalize('NFKC'));
});

test('names that are known, wherever they stand; the same value has one name; nobody can forge one', () => {
  const masks = createMasks(['梅若雪', 'Mei Zhang']);
  expect(masks.hide('我是梅若雪, Mei Zhang, a@b.cn, a@b.cn ⟨mail-1⟩')).toBe(
    '我是⟨name-1⟩, ⟨name-2⟩, ⟨mail-1⟩, ⟨mail-1⟩ mail-1',
  );
  expect(masks.show('⟨mail-1⟩ ⟨mail-7⟩')).toBe('a@b.cn ⟨mail-7⟩');
});
