import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { readMoment } from '../src/shops/wall-clock.ts';
import { makeFolder } from './folder.ts';

const SHOP = { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY', timeZone: 'Asia/Shanghai' };
const price = { amount: 1000, currency: 'CNY' };

test('a table has several answers to one question: rows with a condition are its variants', () => {
  const { knowledge, report } = loadFolder(
    makeFolder({
      'mapping.json': { shop: SHOP },
      'answers.csv': [
        'question,answer,regions,levels,from,until',
        '运费怎么算？,每单 10 元。,,,,',
        '运费怎么算？,每单 25 元。,新疆、西藏,,,',
        '运费怎么算？,免运费。,,金卡/黑卡,,',
        '双十一有活动吗？,全场九折。,,,2026-11-01,2026-11-30',
      ].join('\n'),
    }),
  );
  expect(knowledge.answers).toMatchObject([
    {
      answer: '每单 10 元。',
      variants: [
        { when: { regions: ['新疆', '西藏'] }, answer: '每单 25 元。' },
        { when: { levels: ['金卡', '黑卡'] }, answer: '免运费。' },
      ],
    },
    { when: { from: Date.parse('2026-11-01T00:00:00+08:00'), until: Date.parse('2026-12-01T00:00:00+08:00') } },
  ]);
  expect(report.taken.answers).toBe(2);
  expect(report.notes).toEqual([]);
});

test('a condition that cannot be read keeps the answer from everybody; a name the shop does not have is flagged', () => {
  const rows = [
    { id: 'a', question: '甲？', answer: '一。', when: { region: ['新疆'] } },
    { id: 'b', question: '乙？', answer: '二。', when: { until: 'soon' } },
    { id: 'c', question: '丙？', answer: '三。', when: { from: '2026-11-30', until: '2026-11-01' } },
    { id: 'd', question: '丁？', answer: '四。', when: { products: ['p1', 'p9'], categories: ['家纺', '家仿'] } },
    { id: 'e', question: '戊？', answer: '五。', variants: [{ answer: '六。' }, { when: { levels: ['金卡'] } }] },
  ];
  const { knowledge, report } = loadFolder(
    makeFolder({
      'mapping.json': { shop: SHOP },
      'products.json': [{ id: 'p1', title: '被子', price, category: ['家纺'] }],
      'answers.json': rows,
    }),
  );
  expect(knowledge.answers.map(({ id }) => id)).toEqual(['d', 'e']);
  expect(report.notes.map(({ row, level, reason }) => `${row} ${level} ${reason}`)).toEqual([
    '1 skipped its condition has the field "region"; there are categories, tags, products, levels, regions, from, until',
    '2 skipped "soon" in "until" is no date; write 2026-11-30 or 2026-11-30 18:00',
    '3 skipped its condition ends before it begins, so it would never hold',
    '4 flagged its condition names the product "p9", which the catalogue does not have',
    '4 flagged its condition names the category "家仿", which the catalogue does not have',
    '5 flagged variant 1 was left out: it has no condition',
    '5 flagged variant 2 was left out: it has no answer',
  ]);
});

test('help pages stand beside the answers of a table, whatever the mapping calls its columns', () => {
  const folder = makeFolder({
    'mapping.json': { shop: SHOP, answers: { fields: { question: '问', answer: '答' } } },
    'answers.csv': '问,答\n可以退货吗？,可以。',
  });
  mkdirSync(join(folder, 'help', 'delivery'), { recursive: true });
  writeFileSync(join(folder, 'help', 'delivery', 'cost.html'), '<html lang="en"><h2>What does it cost?</h2><p>10.</p>');
  writeFileSync(join(folder, 'help', 'card.md'), '## 可以刷卡吗？\n可以。\n## 别的\n');
  writeFileSync(join(folder, 'help', 'notes.txt'), 'none of it');
  const { knowledge, report } = loadFolder(folder);
  expect(knowledge.answers.map(({ question }) => question)).toEqual([
    '可以退货吗？',
    '可以刷卡吗？',
    { en: 'What does it cost?' },
  ]);
  expect(report.notes).toEqual([
    { part: 'answers', file: 'help/card.md', row: 3, level: 'skipped', reason: '"别的": there is no text under it' },
  ]);
});

test('what is known of shoppers stands in a file of its own, by the subject of their token', async () => {
  const { shoppers, report } = loadFolder(
    makeFolder({ 'mapping.json': { shop: SHOP }, 'shoppers.csv': 'subject,level,region\nmei,金卡,新疆\n,银卡,\n' }),
  );
  expect([...shoppers.values()]).toEqual([{ id: 'mei', level: '金卡', region: '新疆' }]);
  expect(report.notes).toMatchObject([{ row: 3, reason: 'it does not say who the shopper is' }]);
});

test.each([
  ['2026-11-30', false, '2026-11-29T16:00:00.000Z'],
  ['2026-11-30', true, '2026-11-30T16:00:00.000Z'],
  ['2026/3/8 18:30', true, '2026-03-08T10:30:00.000Z'],
  ['2026-11-30T10:00:00Z', true, '2026-11-30T10:00:00.000Z'],
  ['2026-02-30', false, undefined],
  ['tomorrow', false, undefined],
])('a moment on the wall of the shop: %s', (text, whole, expected) => {
  const at = readMoment(text, 'Asia/Shanghai', whole);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
});
