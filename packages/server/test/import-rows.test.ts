import { expect, test } from 'vitest';
import { fullReport, printReport } from '../src/shops/import-report.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const SHOP = { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' };
const price = { amount: 1000, currency: 'CNY' };

test('broken rows are skipped, each with file, row and reason; the others are taken', () => {
  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop: SHOP },
      'products.json': [
        { id: 'a', title: '甲', price },
        { title: '乙', price },
        { id: 'c', title: '  ', price },
        { id: 'd', title: '丁', price: 'about ten' },
        { id: 'e', title: '戊', price: 12.5 },
        { id: 'f', title: '己', price: { amount: 9.5, currency: 'CNY' } },
        { id: 'a', title: '又甲', price },
        { id: 'g h', title: '庚', price },
        'not a row',
        { id: 'i', title: '壬' },
        { id: 'j', title: '癸', price, image: 'javascript:alert(1)', url: 'data:text/html,x', stock: 'many' },
        { id: 'k', title: '子', price: { amount: -5, currency: 'CNY' } },
      ],
      'answers.json': [
        { question: '运费？' },
        { answer: '免。' },
        { question: '运费？', answer: '满 88 元免。其余收' },
      ],
      'orders.json': [
        { subject: 'mei', id: 'o1', placedAt: '2026-03-01', status: 'paid', lines: [{ product: 'a', quantity: 2 }] },
        { subject: 'mei', id: 'o2', placedAt: '2026-03-01', status: 'lost', lines: [{ product: 'a' }] },
        { subject: 'mei', id: 'o3', placedAt: 'soon', status: 'paid', lines: [{ product: 'a' }] },
        { id: 'o4', placedAt: 1, status: 'paid', lines: [{ product: 'a' }] },
        { subject: 'mei', id: 'o5', placedAt: 1, status: 'paid', lines: [{ product: 'zzz' }] },
        { subject: 'mei', id: 'o6', placedAt: 1, status: 'paid', lines: [] },
      ],
    }),
  );
  expect(fullReport(folder.report).trimEnd().split('\n')).toEqual([
    '  products  2 taken, 10 skipped, 1 flagged',
    '  answers   1 taken, 2 skipped, 1 flagged',
    '  orders    1 taken, 5 skipped, 0 flagged',
    '  skipped products.json row 9: the row is not an object with fields',
    '  skipped products.json row 2: there is no id',
    '  skipped products.json row 3: product "c" has no title',
    '  skipped products.json row 4: product "d": the price "about ten" is not a number',
    '  skipped products.json row 5: product "e": the price is a plain number: say with "price": { "unit": "major" } or "minor" what it means',
    '  skipped products.json row 6: product "f": the amount of the price is not a whole number of minor units',
    '  skipped products.json row 7: the id "a" is that of an earlier row',
    '  skipped products.json row 8: the id "g h" has spaces, quotes or more than 128 characters',
    '  skipped products.json row 10: product "i": there is no price',
    '  flagged products.json row 11: the stock "many" is not a number and was left out',
    '  flagged products.json row 11: the address "javascript:alert(1)" is neither http(s) nor a path and was left out',
    '  flagged products.json row 11: the address "data:text/html,x" is neither http(s) nor a path and was left out',
    '  skipped products.json row 12: product "k": the amount of the price is not a whole number of minor units',
    '  skipped answers.json row 1: there is no answer',
    '  skipped answers.json row 2: there is no question',
    '  flagged answers.json row 3: the answer ends in mid-sentence; it is used up to "…满 88 元免。"',
    '  skipped orders.json row 2: order "o2" has the unknown status "lost"; name it in "statuses"',
    '  skipped orders.json row 3: order "o3" has no time that can be read',
    '  skipped orders.json row 4: order "o4" does not say whose it is',
    '  skipped orders.json row 5: order "o5": a line names the product "zzz", which the catalogue does not have',
    '  skipped orders.json row 6: order "o6" has no lines',
  ]);
  expect(folder.knowledge.answers).toMatchObject([{ answer: '满 88 元免。', cutOff: true }]);
  expect(folder.orders).toMatchObject([
    { number: 'o1', total: { amount: 2000 }, lines: [{ title: '甲', quantity: 2 }] },
  ]);
});

test('HTML and script in any field stay text', () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const { knowledge } = loadFolder(
    makeFolder({
      'products.json': [
        { id: 'a', title: evil, summary: evil, price, category: [evil], tags: ['<b>'], attributes: { [evil]: evil } },
      ],
      'answers.json': [{ question: evil, answer: evil }],
    }),
  );
  expect(knowledge.products[0]).toMatchObject({ title: evil, summary: evil, category: [evil], tags: ['<b>'] });
  expect(knowledge.products[0]?.attributes).toEqual([{ name: evil, value: evil }]);
  expect(knowledge.answers[0]).toMatchObject({ question: evil, answer: evil });
});

test('a file that cannot be read at all is one line of the report', () => {
  const mapping = { shop: SHOP, answers: { file: '../secret.json' }, orders: { rows: 'data.items' } };
  const { report } = loadFolder(
    makeFolder({ 'mapping.json': mapping, 'products.json': '[{"id": ', 'orders.json': { data: {} } }),
  );
  expect(
    report.notes.map(({ file, row, reason }) => `${file} ${row} ${reason.replace(/JSON: .*/, 'JSON: …')}`),
  ).toEqual([
    expect.stringMatching(/^products\.json 0 the file cannot be read: /),
    '../secret.json 0 the file is outside the shop folder',
    'orders.json 0 the file cannot be read: there is no list at "data.items"',
  ]);
});

test('an empty folder is a shop that knows nothing', () => {
  const folder = loadFolder(makeFolder());
  expect(folder.knowledge.products).toEqual([]);
  expect(folder.knowledge.answers).toEqual([]);
  expect(folder.mapping).toBeUndefined();
});

test('a mapping that is none says where and what to write', () => {
  const wrong = { shop: { ...SHOP, currency: 'yuan' }, products: { price: { unit: 'yuan' }, colour: 1 } };
  const folder = makeFolder({ 'mapping.json': wrong });
  expect(() => loadFolder(folder)).toThrow(/shop\.currency: use an ISO 4217 code such as "CNY"/);
  expect(() => loadFolder(folder)).toThrow(/products\.price\.unit/);
  expect(() => loadFolder(folder)).toThrow(/products\.colour/);
  expect(() => loadFolder(`${folder}/nowhere`)).toThrow('there is no folder');
  expect(() => loadFolder(folder, `${folder}/none.json`)).toThrow('there is no mapping file');
  expect(() => loadFolder(makeFolder({ 'mapping.json': '{' }))).toThrow('is not JSON');
});

test('the summary shows the first rows of each reason', () => {
  const rows = Array.from({ length: 7 }, (_, n) => ({ id: `p${n}`, price }));
  expect(
    printReport(loadFolder(makeFolder({ 'products.json': rows })).report)
      .split('\n')
      .slice(3),
  ).toEqual([
    '  skipped products.json row 1: product "p0" has no title',
    '  skipped products.json row 2: product "p1" has no title',
    '  skipped products.json row 3: product "p2" has no title',
    '    … and 4 more rows for the same reason',
  ]);
});
