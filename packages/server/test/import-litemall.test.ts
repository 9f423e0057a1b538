import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isProductCard } from '@xiaoer/core/protocol';
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { productCard } from '../src/shops/product-card.ts';

const ROOT = new URL('../../../', import.meta.url);
const DATA = fileURLToPath(new URL('../shared/data/litemall', ROOT));
const MAPPING = fileURLToPath(new URL('examples/litemall-mapping.json', ROOT));
const there = existsSync(`${DATA}/products.json`);

describe.skipIf(!there)(there ? 'a real export' : `a real export: skipped, ${DATA}/products.json is missing`, () => {
  test('all 239 products are taken, answers up to their last whole sentence', () => {
    const { knowledge, report } = loadFolder(DATA, MAPPING);
    const { products, answers } = knowledge;
    expect(report.taken).toMatchObject({ products: 239, answers: 1, orders: 0 });
    expect(products.filter(({ onSale }) => onSale === false).map(({ id }) => id)).toEqual(['1006010']);
    expect(products.filter((product) => !isProductCard(productCard(product, 'zh-CN', ['zh-CN'])))).toEqual([]);
    expect(answers.map(({ answer, cutOff }) => [answer, cutOff])).toEqual([
      ['单笔订单金额（不含运费）满88元免邮费；不满88元，每单收取10元运费。', true],
    ]);
    expect(report.notes.map(({ file, row, level }) => `${file} ${row} ${level}`)).toEqual([
      'faq.json 1 flagged',
      'faq.json 2 skipped',
      'faq.json 3 skipped',
      'faq.json 4 skipped',
    ]);
    expect(products.find(({ id }) => id === '1006002')).toMatchObject({
      price: { amount: 89_900, currency: 'CNY' },
      was: { amount: 91_900 },
      category: ['居家', '床品件套'],
      stock: 100,
    });
  });
});
