import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const shop = { id: 'lamps', name: { en: 'Lamps', 'zh-CN': '灯铺' }, locales: ['en', 'zh-CN'], currency: 'CNY' };

test('CSV with a header, prices in yuan, a column a language, a path to split, attributes by column', () => {
  const mapping = {
    shop,
    products: {
      file: 'export.csv',
      price: { unit: 'major' },
      fields: {
        id: 'SKU',
        title: { en: 'Name', 'zh-CN': '名称' },
        category: { from: 'Path', split: ' > ' },
        price: 'Price',
        was: 'List',
        onSale: 'Active',
        attributes: { columns: { Power: 'Watt', Colour: 'Colour' } },
      },
    },
  };
  const csv = [
    '\uFEFFSKU,Name,名称,Path,Price,List,Active,Watt,Colour',
    'L1,"Desk lamp, small",台灯,Home > Lamps,"¥1,299.50",1500,yes,12 W,',
    'L2,Floor lamp,,Home > Lamps,899,899,no,,Brass',
    'L3,too,many,columns,1,1,yes,,,,,',
    'L4,"a ""quoted""\nname",灯,Home,0.1,,1,,',
  ].join('\r\n');
  const { knowledge, report } = loadFolder(makeFolder({ 'mapping.json': mapping, 'export.csv': csv }));
  expect(
    knowledge.products.map(({ id, title, price, was, onSale }) => ({
      id,
      title,
      price: price.amount,
      was: was?.amount,
      onSale,
    })),
  ).toEqual([
    { id: 'L1', title: { en: 'Desk lamp, small', 'zh-CN': '台灯' }, price: 129_950, was: 150_000, onSale: true },
    { id: 'L2', title: { en: 'Floor lamp' }, price: 89_900, was: undefined, onSale: false },
    { id: 'L4', title: { en: 'a "quoted"\nname', 'zh-CN': '灯' }, price: 10, was: undefined, onSale: true },
  ]);
  expect(knowledge.products.map(({ category, attributes }) => [category, attributes])).toEqual([
    [['Home', 'Lamps'], [{ name: 'Power', value: '12 W' }]],
    [['Home', 'Lamps'], [{ name: 'Colour', value: 'Brass' }]],
    [['Home'], []],
  ]);
  expect(report.notes.map(({ row, level }) => `${level} ${row}`)).toEqual(['skipped 4']);
});

test('a spreadsheet in GB 18030 is read, and flagged', () => {
  const folder = makeFolder({ 'mapping.json': { shop, products: { price: { unit: 'major' } } } });
  // id,title,price / b1,茶壶,9
  writeFileSync(`${folder}/products.csv`, Buffer.from('69642c7469746c652c70726963650a62312cb2e8baf82c390a', 'hex'));
  const { knowledge, report } = loadFolder(folder);
  expect(knowledge.products).toMatchObject([{ id: 'b1', title: '茶壶', price: { amount: 900 } }]);
  expect(report.notes).toMatchObject([{ file: 'products.csv', row: 0, level: 'flagged' }]);
});

test('NDJSON with paths, another currency, variants under other names; a broken line is skipped', () => {
  const mapping = {
    shop,
    products: {
      file: 'items.ndjson',
      locale: 'zh-CN',
      price: { unit: 'minor', currency: 'JPY' },
      fields: {
        id: 'meta.code',
        title: 'names.0',
        category: ['top', 'sub'],
        price: 'cost',
        attributes: { from: 'specs', name: 'k', value: 'v' },
        variants: { from: 'skus', id: 'sku', label: 'spec', price: 'cost', stock: 'left' },
      },
    },
  };
  const rows = [
    {
      meta: { code: 'x1' },
      names: ['茶壶'],
      top: '茶',
      sub: '壶',
      cost: '4500',
      specs: [{ k: '容量', v: 300 }],
      skus: [
        { sku: 's1', spec: ['红', '大'], cost: 5000, left: 2 },
        { sku: 's1', spec: '蓝', left: '3' },
        { sku: 's3' },
      ],
    },
  ];
  const text = `${JSON.stringify(rows[0])}\n\n{"broken\n`;
  const { knowledge, report } = loadFolder(makeFolder({ 'mapping.json': mapping, 'items.ndjson': text }));
  const yen = (amount: number) => ({ amount, currency: 'JPY' });
  expect(knowledge.products).toMatchObject([
    {
      id: 'x1',
      title: { 'zh-CN': '茶壶' },
      category: [{ 'zh-CN': '茶' }, { 'zh-CN': '壶' }],
      price: yen(4500),
      stock: 5,
      attributes: [{ name: { 'zh-CN': '容量' }, value: { 'zh-CN': '300' } }],
      variants: [
        { id: 's1', label: { 'zh-CN': '红 / 大' }, price: yen(5000), stock: 2 },
        { id: 'x1-2', label: { 'zh-CN': '蓝' }, stock: 3 },
      ],
    },
  ]);
  expect(report.notes.map(({ row, level, reason }) => `${level} ${row} ${reason.split(':')[0]}`)).toEqual([
    'skipped 3 the line is not JSON',
    'flagged 1 variant 3 has no label and was left out',
  ]);
});

test('orders under the merchant’s own words, with their time zone', () => {
  const mapping = {
    shop,
    orders: {
      statuses: { '201': 'paid' },
      zone: '+08:00',
      price: { unit: 'major' },
      fields: {
        subject: 'user',
        id: 'sn',
        placedAt: 'time',
        status: 'state',
        total: 'sum',
        lines: { from: 'goods', product: 'gid', title: 'name', quantity: 'n', price: 'p' },
        carrier: 'ship',
        parcelNumber: 'waybill',
        addressText: 'to',
      },
    },
  };
  const orders = [
    {
      user: 7,
      sn: 'A1',
      time: '2026/3/1 10:20:00',
      state: 201,
      sum: '19.80',
      goods: [{ name: '杯', n: '2', p: 9.9 }],
      ship: '顺丰',
      waybill: 'SF1',
      to: '杭州',
    },
  ];
  expect(loadFolder(makeFolder({ 'mapping.json': mapping, 'orders.json': orders })).orders).toMatchObject([
    {
      subject: '7',
      id: 'A1',
      placedAt: Date.parse('2026-03-01T02:20:00Z'),
      status: 'paid',
      total: { amount: 1980, currency: 'CNY' },
      lines: [{ title: '杯', quantity: 2, price: { amount: 990, currency: 'CNY' } }],
      parcel: { carrier: '顺丰', number: 'SF1' },
      address: { text: '杭州' },
    },
  ]);
});
