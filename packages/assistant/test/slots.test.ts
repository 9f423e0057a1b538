import { expect, test } from 'vitest';
import { normalise } from '../src/text/normalise.ts';
import { readAddress } from '../src/understanding/slots/address.ts';
import { readBudget } from '../src/understanding/slots/budget.ts';
import { readNumeral } from '../src/understanding/slots/numeral.ts';
import { readOrderNumber, sameNumber } from '../src/understanding/slots/order-number.ts';
import { atPlace, readOrdinals } from '../src/understanding/slots/ordinal.ts';

test('numerals in digits and characters', () => {
  expect(
    ['1,000', '1.5千', '2k', '三百五', '一千二', '两万', '十五', '一百零五', '二十', 'x'].map(readNumeral),
  ).toEqual([1000, 1500, 2000, 350, 1200, 20_000, 15, 105, 20, undefined]);
});

test.each([
  ['1000元以内的四件套', { max: 1000, currency: 'CNY' }, '的四件套'],
  ['不超过五百', { max: 500 }, ''],
  ['两三百的', { min: 200, max: 300 }, ''],
  ['300左右的枕头', { min: 210, max: 360 }, '的枕头'],
  ['预算一千五 送人', { max: 1500 }, '送人'],
  ['200到400之间', { min: 200, max: 400 }, ''],
  ['a duvet under $500', { max: 500, currency: 'USD' }, 'a duvet'],
  ['between 20 and 40 euros', { min: 20, max: 40, currency: 'EUR' }, ''],
  ['less than 1,200', { max: 1200 }, ''],
  ['around 80', { min: 56, max: 96 }, ''],
  ['100 or less', { max: 100 }, ''],
  ['500元以上的', { min: 500, currency: 'CNY' }, '的'],
])('budget: %s', (text, budget, rest) => {
  const found = readBudget(text);
  expect(found?.rest).toBe(rest);
  for (const [key, value] of Object.entries(budget)) expect(found?.budget[key as 'max']).toEqual(value);
});

test.each(['under 2 kg', '200*230cm', '24小时以内发货', 'within 7 days', '第二个', '5斤以内', '四件套'])(
  'no budget: %s',
  (text) => expect(readBudget(text)).toBeUndefined(),
);

test('places in a list', () => {
  expect(readOrdinals('第二个和第3款')).toEqual([2, 3]);
  expect(readOrdinals('the second one')).toEqual([2]);
  expect(readOrdinals('最后一个')).toEqual([-1]);
  expect([atPlace(['a', 'b'], 2), atPlace(['a', 'b'], -1), atPlace(['a'], 4)]).toEqual(['b', 'b', undefined]);
});

test('order numbers by name and by shape', () => {
  const read = (text: string) => readOrderNumber(normalise(text));
  expect(read('订单号：HH-2026-1002 到哪了')).toBe('HH-2026-1002');
  expect(read('order #A1002 please')).toBe('A1002');
  expect(read('20261120001 呢')).toBe('20261120001');
  expect(read('改一下 YL20261120-1042 的收货地址')).toBe('YL20261120-1042');
  expect(read('change the delivery address of yl20261120-1042 please')).toBe('yl20261120-1042');
  expect(read('20261120-1042-3到哪了')).toBe('20261120-1042-3');
  expect(read('500以内的')).toBeUndefined();
  expect([
    sameNumber('1002', 'HH-2026-1002'),
    sameNumber('hh20261002', 'HH-2026-1002'),
    sameNumber('02', 'HH-2026-1002'),
  ]).toEqual([true, true, false]);
});

test('addresses as shoppers type them', () => {
  expect(readAddress('改成杭州市西湖区文三路 1 号，收件人：林小山，电话 138 0000 0000')).toEqual({
    text: '杭州市西湖区文三路 1 号',
    name: '林小山',
    phone: '138 0000 0000',
  });
  expect(readAddress('Please send it to 12 Hill Street, Springfield 90210')).toEqual({
    text: '12 Hill Street, Springfield 90210',
  });
  expect(readAddress('广东省广州市天河区体育东路')).toEqual({ text: '广东省广州市天河区体育东路' });
  for (const none of ['好的', '我要改地址', '运费怎么算？', '12', 'the blue one', '路上'])
    expect(readAddress(none)).toBeUndefined();
});
