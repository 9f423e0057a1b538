import { expect, test } from 'vitest';
import { en } from '../../src/locales/cards/en.ts';
import type { CardStrings } from '../../src/locales/cards/strings.ts';
import { zhCn } from '../../src/locales/cards/zh-cn.ts';

const placeholders = (entry: CardStrings[keyof CardStrings]) =>
  [...new Set((typeof entry === 'string' ? entry : entry.other).match(/\{\w+\}/g) ?? [])].sort();

test('both tables have the same keys and the same placeholders', () => {
  expect(Object.keys(zhCn)).toEqual(Object.keys(en));
  for (const key of Object.keys(en) as (keyof CardStrings)[])
    expect([key, placeholders(zhCn[key])]).toEqual([key, placeholders(en[key])]);
});
